import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVendorApp, type VendorAppOptions } from '../../../sandbox/vendor/app.ts';
import { createVendorClient } from '../../../sandbox/vendor/client.ts';
import { openLedger } from '../../../sandbox/vendor/ledger.ts';

const apiKey = 'app-test';

export type ServedVendor = Awaited<ReturnType<typeof serveVendor>>;

/** The simulated vendor in this process, on a ledger of its own, with what its tests do to it. */
export async function serveVendor({ events }: Pick<VendorAppOptions, 'events'> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'vendor-app-'));
  const server = createServer(createVendorApp({ ledger: openLedger(join(folder, 'ledger.jsonl')), apiKey, events }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createVendorClient({ url, apiKey });

  const call = (method: string, path: string, body?: object | string): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  return {
    url,
    apiKey,
    client,
    call,

    /** Registers a new subscription with quantity 5 and gives its id. */
    subscription: async () => (await client.registerSubscription(`sub-${crypto.randomUUID()}`, { quantity: 5 })).id,

    /** Asks for quantity 6. */
    apply: (subscriptionId: string, key = newKey()) =>
      call('PUT', `/operations/${key}`, { subscriptionId, operation: 'changeQuantity', quantity: 6 }),

    close: async () => {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}

export const newKey = () => `${crypto.randomUUID()}:1`;

export const status = async (answer: Promise<Response>) => (await answer).status;
