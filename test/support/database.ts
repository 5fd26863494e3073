import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export type OwnDatabase = { url: string; drop(): Promise<void> };

/** A database of its own for a test file, made from the migrated and seeded template in milliseconds. */
export const createDatabase = (): Promise<OwnDatabase> =>
  create(new URL(inject('templateDatabaseUrl')).pathname.slice(1));

/** A database with nothing in it. */
export const createEmptyDatabase = (): Promise<OwnDatabase> => create('template1');

async function create(from: string): Promise<OwnDatabase> {
  const template = new URL(inject('templateDatabaseUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(template);
  url.pathname = `/${name}`;
  await asSuperuser(template, async (client) => {
    // Two files that copy the template at once would each be in the other's way.
    await client.query(`select pg_advisory_lock(hashtext('changeover test template'))`);
    await client.query(`create database ${name} template ${from}`);
  });
  return {
    url: url.href,
    drop: () =>
      asSuperuser(template, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}

/** Works as superuser on the server of a database, outside of that database. */
export function asSuperuser<T>(server: URL | string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(server);
  url.pathname = '/postgres';
  return withClient(url.href, work);
}

/** Works on one connection, which is closed afterwards. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
