import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createVendorApp } from './app.ts';
import { LedgerDamaged, openLedger } from './ledger.ts';

const Environment = z
  .object({
    /** 0 takes a free one; the line at the start tells which. */
    VENDOR_PORT: z.coerce.number().int().min(0).max(65535).default(8082),
    VENDOR_LEDGER: z.string().min(1).default('.data/vendor/ledger.jsonl'),
    VENDOR_API_KEY: z.string().min(1),
    /** Where Changeover takes events: its `/v1/vendor-events`. Without it nobody is told of what happens. */
    VENDOR_EVENTS_URL: z.url().optional(),
    /** What events are signed with. */
    VENDOR_EVENTS_SECRET: z.string().startsWith('whsec_').optional(),
    /** Whose subscriptions they are, where neither the registration nor the request says. */
    VENDOR_EVENTS_TENANT: z.string().min(1).optional(),
  })
  .refine(
    ({ VENDOR_EVENTS_URL: url, VENDOR_EVENTS_SECRET: secret }) => (url === undefined) === (secret === undefined),
    'VENDOR_EVENTS_URL and VENDOR_EVENTS_SECRET go together.',
  );

try {
  await main();
} catch (error) {
  console.error(sentence(error));
  // The port is open by then when the ledger is at fault, so the process would not end by itself.
  process.exit(1);
}

async function main(): Promise<void> {
  const env = Environment.parse(process.env);
  const server = createServer().listen(env.VENDOR_PORT, '127.0.0.1');
  // The port comes first: while it is taken, a second vendor does not get as far as the same ledger.
  await once(server, 'listening');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

  const ledger = openLedger(env.VENDOR_LEDGER);
  if (ledger.cutOff !== undefined)
    console.error(`The ledger ended in the middle of a line; cut off: ${JSON.stringify(ledger.cutOff)}`);
  server.on('request', createVendorApp({ ledger, apiKey: env.VENDOR_API_KEY, events: eventsOf(env) }));
  const { port } = server.address() as AddressInfo;
  console.log(
    `The simulated vendor listens on http://127.0.0.1:${port} (${ledger.found.length} entries in its ledger)`,
  );
}

function eventsOf({
  VENDOR_EVENTS_URL: url,
  VENDOR_EVENTS_SECRET: secret,
  VENDOR_EVENTS_TENANT: tenant,
}: z.infer<typeof Environment>) {
  return url !== undefined && secret !== undefined ? { url, secret, tenant } : undefined;
}

function sentence(error: unknown): string {
  if (error instanceof z.ZodError) return `The vendor's configuration is not valid:\n${z.prettifyError(error)}`;
  if (error instanceof LedgerDamaged) return `${error.message} Repair it, or move it away to begin with an empty one.`;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} on 127.0.0.1 is taken; set VENDOR_PORT to a free one.`;
  return `The simulated vendor cannot start: ${error.message}`;
}
