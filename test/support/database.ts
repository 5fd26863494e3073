import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
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
  await onServer(template, async (sql) => {
    // Two files that copy the template at once would each be in the other's way.
    await sql`select pg_advisory_lock(hashtext('changeover test template'))`;
    await sql`create database ${sql(name)} template ${sql(from)}`;
  });
  return {
    url: url.href,
    drop: () =>
      onServer(template, async (sql) => {
        await sql`drop database ${sql(name)} with (force)`;
      }),
  };
}

async function onServer(server: URL, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const url = new URL(server);
  url.pathname = '/postgres';
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
