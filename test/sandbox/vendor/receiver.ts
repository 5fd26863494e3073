import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export type Received = { id: string; event: Record<string, unknown> };

/** Stands in for Changeover's end of the events: takes those signed with `secret`, unless it is told to refuse them. */
export async function startReceiver() {
  const taken: Received[] = [];
  const seen: string[] = [];
  let refusing = 0;

  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const id = String(req.headers['webhook-id']);
    const event = new Webhook(secret).verify(Buffer.concat(chunks), req.headers as Record<string, string>);
    seen.push(id);
    if (refusing > 0) {
      refusing -= 1;
      res.writeHead(404).end();
    } else {
      taken.push({ id, event: event as Record<string, unknown> });
      res.writeHead(200).end('{}');
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/vendor-events`,
    taken,
    /** The id of each event received, taken or not. */
    seen,
    refuse(times: number): void {
      refusing = times;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
