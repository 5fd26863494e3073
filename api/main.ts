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
  webDir: config.WEB_DIR,
});
const server = app.listen(config.API_PORT, config.API_HOST, (error?: Error) => {
  if (error) throw error;
  log.info({ host: config.API_HOST, port: config.API_PORT }, 'api ready');
});

const stop = async (): Promise<void> => {
  await wakes.close();
  await new Promise((closed) => {
    server.close(closed);
    // Live events never end by themselves; their readers resume elsewhere.
    server.closeAllConnections();
  });
  await database.close();
  await connection.close();
};
process.once('SIGTERM', stop).once('SIGINT', stop);
