import { Client, Connection } from '@temporalio/client';
import pino from 'pino';
import { apiConfig, temporalConfig } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { createApp } from './app.ts';
import { watchEvents } from './events/event-wakes.ts';

const config = apiConfig();
const log = pino({ level: config.LOG_LEVEL, name: 'api' });
const { connectionOptions, namespace } = temporalConfig();
const connection = await Connection.connect(connectionOptions);
const database = openDatabase(config.DATABASE_URL, { name: 'changeover-api' });
const wakes = await watchEvents(database);

const app = createApp({
  database,
  temporal: new Client({ connection, namespace }),
  log,
  now: () => new Date(),
  wakes,
  oidc: { issuer: config.OIDC_ISSUER, audience: config.OIDC_AUDIENCE, jwksUri: config.OIDC_JWKS_URI },
  vendorEventSecrets: config.VENDOR_EVENT_SECRETS,
  webDir: config.WEB_DIR,
});
const server = app.listen(config.API_PORT, config.API_HOST, (error?: Error) => {
  if (error) throw error;
  log.info({ host: config.API_HOST, port: config.API_PORT }, 'api ready');
});

/** Longer than a person waits for a verdict, so that nobody is cut off with an order half placed. */
const LAST_ANSWERS_WITHIN_MS = 8_000;

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const closed = new Promise((resolve) => server.close(resolve));
  setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_WITHIN_MS).unref();
  // Live events never end by themselves; their readers resume elsewhere.
  await wakes.close().catch((error: unknown) => log.warn({ err: error }, 'could not stop listening'));
  server.closeIdleConnections();
  await closed;
  await database.close();
  await connection.close();
}
process.on('SIGTERM', stop).on('SIGINT', stop);
