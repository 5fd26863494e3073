import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './client.ts';

/** Milliseconds until a lost connection is made anew; whoever listens polls beside it. */
const AGAIN_AFTER = 1_000;

/**
 * Calls `hear` for each notification on a channel, and after each time the connection had to be made (something may have
 * been missed). Keeps one connection of its own, made anew when it is lost. Resolves once it listens.
 */
export async function listen(
  { url }: Pick<Database, 'url'>,
  channel: string,
  hear: () => void,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let current: pg.Client | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: `changeover-listen`,
      keepAlive: true,
      connectionTimeoutMillis: 4_000,
    });
    current = client;
    client.on('notification', hear).on('error', () => {});
    client.on('end', () => void (stopped || reconnect()));
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    hear();
  }

  async function reconnect(): Promise<void> {
    while (!stopped) {
      await wait(AGAIN_AFTER, undefined, { ref: false });
      if (stopped) return;
      try {
        return await connect();
      } catch {
        // Not there yet; a client that never got through tells no end of its own.
        current?.removeAllListeners('end');
      }
    }
  }

  await connect();
  return {
    async stop() {
      stopped = true;
      await current?.end();
    },
  };
}
