import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { logTail } from '../process/log-tail.ts';
import { type RunningProcess, startProcess } from '../process/start-process.ts';

export type RunningVendor = RunningProcess & { url: string; port: number };

/**
 * Starts the simulated vendor as a process of its own on 127.0.0.1; port 0 takes a free one. Throws a StartError when it does
 * not start: the port is taken, the ledger is damaged.
 */
export async function startVendor({
  ledger,
  apiKey,
  port = 0,
  logFile = `${ledger}.log`,
  runDir,
  events,
}: {
  /** Path of the ledger, made if there is none. */
  ledger: string;
  apiKey: string;
  port?: number;
  logFile?: string;
  runDir?: string;
  /** Where the vendor's events go; without it they go nowhere. */
  events?: { url: string; secret: string; tenant: string };
}): Promise<RunningVendor> {
  const logStart = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  let url: string | undefined;
  const running = await startProcess({
    name: 'vendor',
    command: process.execPath,
    args: ['--import', 'tsx', resolve(import.meta.dirname, 'main.ts')],
    // tsx is looked for from here.
    cwd: resolve(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      VENDOR_PORT: String(port),
      VENDOR_LEDGER: resolve(ledger),
      VENDOR_API_KEY: apiKey,
      ...(events && {
        VENDOR_EVENTS_URL: events.url,
        VENDOR_EVENTS_SECRET: events.secret,
        VENDOR_EVENTS_TENANT: events.tenant,
      }),
    },
    logFile,
    runDir,
    ready: async () => {
      url = /listens on (http:\S+)/.exec(logTail(logFile, logStart).join('\n'))?.[1];
      return url !== undefined;
    },
  });
  if (url === undefined) throw new Error('The vendor is ready without an address.');
  return { ...running, url, port: Number(new URL(url).port) };
}
