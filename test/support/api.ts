import type { AddressInfo } from 'node:net';
import type { Client } from '@temporalio/client';
import pino from 'pino';
import { createApp } from '../../api/app.ts';
import { watchEvents } from '../../api/events/event-wakes.ts';
import { asTenant, type Database, openDatabase, type Transaction } from '../../db/client.ts';
import { type Person, people } from '../../sandbox/issuer/people.ts';
import { createSigningKey } from '../../sandbox/issuer/signing-key.ts';
import { startIssuer } from '../../sandbox/issuer/start.ts';
import { createDatabase } from './database.ts';
import { type Answer, type Call, send } from './http.ts';

/** Whom a token may be made for beside the sandbox's people. */
export type Stranger = Pick<Person, 'id' | 'tenant' | 'role' | 'accounts'>;

export type Api = {
  url: string;
  database: Database;
  /** Sends a request as one of the sandbox's people, or as somebody else. */
  as(person: string | Stranger, method: string, path: string, call?: Call): Promise<Answer>;
  /** Works on acme's rows, past what the API may do. */
  asOwner<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export const vendorEventSecrets = {
  kaspersky: `whsec_${Buffer.from('of kaspersky, 24 bytes..').toString('base64')}`,
  'trend-micro': `whsec_${Buffer.from('of trend micro, 24 bytes').toString('base64')}`,
};

/** The API with a database of its own, for what places no order: there is no order engine and no vendor. */
export async function startApi({ now = () => new Date() } = {}): Promise<Api> {
  const [owned, issuer] = await Promise.all([
    createDatabase(),
    createSigningKey().then((key) => startIssuer({ port: 0, audience: 'changeover', keys: [key] })),
  ]);
  const database = openDatabase(owned.url);
  const wakes = await watchEvents(database);
  const server = createApp({
    database,
    temporal: {} as Client,
    log: pino({ level: 'silent' }),
    now,
    wakes,
    oidc: { issuer: issuer.url, audience: 'changeover' },
    vendorEventSecrets,
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = (person: string | Stranger) => {
    const found = typeof person === 'string' ? people.find(({ id }) => id === person) : { ...person, ...nameless };
    if (!found) throw new Error(`Nobody is called ${person}`);
    return issuer.sign(issuer.claimsFor(found));
  };
  return {
    url,
    database,
    as: async (person, method, path, call = {}) => send(url, method, path, { token: await token(person), ...call }),
    asOwner: (work) => asTenant(database, 'changeover_owner', 'acme', work),
    async close() {
      await wakes.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await Promise.all([issuer.close(), database.close()]);
      await owned.drop();
    },
  };
}

const nameless = { name: 'Somebody else', description: '' };
