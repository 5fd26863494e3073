import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from '../../api/app.ts';
import { watchEvents } from '../../api/events/event-wakes.ts';
import { openDatabase } from '../../db/client.ts';
import type { Stack } from './stack.ts';

/** The API once more beside the stack's own, with connections of its own: as another process, or the next after a restart. */
export async function anotherInstance({
  databaseUrl,
  temporal,
  issuer,
}: Pick<Stack, 'databaseUrl' | 'temporal' | 'issuer'>): Promise<{ url: string; close(): Promise<void> }> {
  const database = openDatabase(databaseUrl);
  const wakes = await watchEvents(database);
  const server = createApp({
    database,
    temporal,
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    wakes,
    oidc: { issuer: issuer.url, audience: 'changeover' },
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await wakes.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await database.close();
    },
  };
}
