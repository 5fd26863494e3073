import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import pino from 'pino';
import { inject } from 'vitest';
import { createHttpProvisioner } from '../../activities/vendor/http-provisioner.ts';
import { createApp } from '../../api/app.ts';
import { watchEvents } from '../../api/events/event-wakes.ts';
import { type Database, openDatabase } from '../../db/client.ts';
import { people } from '../../sandbox/issuer/people.ts';
import { createSigningKey } from '../../sandbox/issuer/signing-key.ts';
import { type RunningIssuer, startIssuer } from '../../sandbox/issuer/start.ts';
import { seedVendor } from '../../sandbox/seed.ts';
import { createVendorClient } from '../../sandbox/vendor/client.ts';
import { startVendor } from '../../sandbox/vendor/start.ts';
import { createWorkers } from '../../worker/workers.ts';
import { createDatabase } from './database.ts';
import { type Answer, type Call, send } from './http.ts';
import { createNamespace } from './namespace.ts';
import { quietRuntime } from './quiet-runtime.ts';

quietRuntime();

export type Stack = {
  url: string;
  database: Database;
  databaseUrl: string;
  temporal: Client;
  namespace: string;
  vendor: ReturnType<typeof createVendorClient>;
  vendorUrl: string;
  issuer: RunningIssuer;
  /** An access token of one of the sandbox's people. */
  token(person: string): Promise<string>;
  /** Sends a request as one of the sandbox's people. */
  as(person: string, method: string, path: string, call?: Call): Promise<Answer>;
  /** Orders and vendor calls are worked on until `stopWorkers`, and again after `startWorkers`. */
  startWorkers(): Promise<void>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
};

export const vendorKey = 'test-vendor-key';

/** The real thing in one process: own database and namespace, API over HTTP, workers, issuer, and a vendor in its own process. */
export async function startStack({ workers = true } = {}): Promise<Stack> {
  const dir = mkdtempSync(join(tmpdir(), 'changeover-stack-'));
  const [owned, namespace, issuer, running] = await Promise.all([
    createDatabase(),
    createNamespace(),
    createSigningKey().then((key) => startIssuer({ port: 0, audience: 'changeover', keys: [key] })),
    startVendor({ ledger: join(dir, 'ledger.jsonl'), apiKey: vendorKey }),
  ]);
  const vendor = createVendorClient({ url: running.url, apiKey: vendorKey });
  await seedVendor(vendor);
  const database = openDatabase(owned.url);
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  const temporal = new Client({ connection, namespace });
  const wakes = await watchEvents(database);
  const now = () => new Date();
  const app = createApp({
    database,
    temporal,
    log: pino({ level: 'silent' }),
    now,
    wakes,
    oidc: { issuer: issuer.url, audience: 'changeover' },
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workforce = workforceOf({ namespace, database, vendorUrl: running.url, now });
  if (workers) await workforce.start();

  const token = (person: string) => {
    const found = people.find(({ id }) => id === person);
    if (!found) throw new Error(`Nobody is called ${person}`);
    return issuer.sign(issuer.claimsFor(found));
  };
  return {
    url,
    database,
    databaseUrl: owned.url,
    temporal,
    namespace,
    vendor,
    vendorUrl: running.url,
    issuer,
    token,
    as: async (person, method, path, call = {}) => send(url, method, path, { token: await token(person), ...call }),
    startWorkers: workforce.start,
    stopWorkers: workforce.stop,
    async close() {
      await workforce.stop();
      await wakes.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await Promise.all([running.stop(), issuer.close(), connection.close(), database.close()]);
      await owned.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function workforceOf({
  namespace,
  database,
  vendorUrl,
  now,
}: {
  namespace: string;
  database: Database;
  vendorUrl: string;
  now: () => Date;
}) {
  let stop = async (): Promise<void> => {};
  return {
    async start() {
      const connection = await NativeConnection.connect({ address: inject('temporalAddress') });
      const provisioner = createHttpProvisioner({ url: vendorUrl, apiKey: vendorKey, timeoutMs: 1_500 });
      const workers: Worker[] = await createWorkers({
        connection,
        namespace,
        workflowBundle: { codePath: inject('workflowBundle') },
        vendors: {
          'managed-security': { provisioner, callsPerSecond: 100 },
          kaspersky: { provisioner, callsPerSecond: 100 },
          'trend-micro': { provisioner, callsPerSecond: 100 },
          groupware: { provisioner, callsPerSecond: 100 },
        },
        database,
        now,
      });
      const runs = Promise.all(workers.map((worker) => worker.run()));
      stop = async () => {
        stop = async () => {};
        for (const worker of workers) worker.shutdown();
        await runs;
        await connection.close();
      };
    },
    stop: () => stop(),
  };
}
