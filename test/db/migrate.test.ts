import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTenant, openDatabase } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import { asSuperuser, createEmptyDatabase, type OwnDatabase } from '../support/database.ts';

describe('migrating', () => {
  let owned: OwnDatabase;
  beforeAll(async () => {
    owned = await createEmptyDatabase();
  });
  afterAll(() => owned.drop());

  it('from nothing gives every table, also when three processes do it at once and once more afterwards', async () => {
    await Promise.all([migrate(owned.url), migrate(owned.url), migrate(owned.url)]);
    await migrate(owned.url);
    const database = openDatabase(owned.url);
    const {
      rows: [counted],
    } = await database.orm.execute<{ tables: string; applied: string }>(sql`
      select (select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as tables,
             (select count(*) from drizzle.__drizzle_migrations) as applied`);
    await database.close();
    expect(counted).toEqual({ tables: '16', applied: String(journal.entries.length) });
  });
});

describe('migrating with a login that is no superuser', () => {
  const login = `deployer_${process.pid}`;
  let owned: OwnDatabase;
  let url: URL;
  beforeAll(async () => {
    owned = await createEmptyDatabase();
    url = new URL(owned.url);
    url.username = login;
    url.password = 'deployer';
    await asSuperuser(owned.url, async (sql) => {
      await sql.query(`create role ${login} login password 'deployer' createrole`);
      await sql.query(`alter database ${url.pathname.slice(1)} owner to ${login}`);
      // As Postgres gives the roles to the login that creates them: it may administer them, but not act as them.
      for (const role of ['changeover_owner', 'changeover_api', 'changeover_worker']) {
        await sql.query(`grant ${role} to ${login} with admin true, inherit false, set false`);
      }
    });
  });
  afterAll(async () => {
    await owned.drop();
    await asSuperuser(owned.url, (sql) => sql.query(`drop owned by ${login}; drop role ${login}`));
  });

  it('gives it the right to act as the roles, and to nobody a way around row-level security', async () => {
    await migrate(url.href);
    const database = openDatabase(url.href);
    for (const role of ['changeover_api', 'changeover_worker', 'changeover_owner'] as const) {
      await asTenant(database, role, 'acme', (transaction) => transaction.execute(sql`select * from orders`));
    }
    await asTenant(database, 'changeover_owner', 'acme', (transaction) =>
      transaction.execute(sql`insert into accounts values ('acme', 'acc', 'name', 'a@a.example')`),
    );
    const {
      rows: [unset],
    } = await database.orm.execute<{ count: string }>(sql`select count(*) from accounts`);
    await database.close();
    expect(unset).toEqual({ count: '0' });
  });
});
