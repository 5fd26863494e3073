import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as catalogue from '../../db/schema/catalogue.ts';
import * as events from '../../db/schema/events.ts';
import * as facts from '../../db/schema/facts.ts';
import * as orders from '../../db/schema/orders.ts';
import * as subscriptions from '../../db/schema/subscriptions.ts';
import * as tenancy from '../../db/schema/tenancy.ts';
import { createDatabase, createEmptyDatabase, type OwnDatabase, withClient } from '../support/database.ts';

const schema = { ...tenancy, ...catalogue, ...subscriptions, ...orders, ...events, ...facts };
const meta = join(import.meta.dirname, '../../db/migrations/meta');

let migrated: OwnDatabase;
let fromSchema: OwnDatabase;
beforeAll(async () => {
  [migrated, fromSchema] = await Promise.all([createDatabase(), createEmptyDatabase()]);
});
afterAll(() => Promise.all([migrated.drop(), fromSchema.drop()]));

describe('the schema in code', () => {
  it('is spread over the files that are looked at here', () => {
    const files = readdirSync(join(import.meta.dirname, '../../db/schema'));
    expect(files.sort()).toEqual([
      'catalogue.ts',
      'events.ts',
      'facts.ts',
      'orders.ts',
      'subscriptions.ts',
      'tenancy.ts',
    ]);
  });

  it('leaves the generator of migrations nothing to write', async () => {
    const newest = readdirSync(meta)
      .filter((file) => file.endsWith('_snapshot.json'))
      .sort()
      .at(-1);
    const snapshot = JSON.parse(readFileSync(join(meta, newest ?? ''), 'utf8'));
    expect(await generateMigration(snapshot, generateDrizzleJson(schema))).toEqual([]);
  });

  it('is what the migrations make, to the last column, index, constraint and policy', async () => {
    const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema));
    await withClient(fromSchema.url, (sql) => sql.query(statements.join('\n')));
    const made = await withClient(migrated.url, described);
    expect(made.length).toBeGreaterThan(100);
    expect(made).toEqual(await withClient(fromSchema.url, described));
  });
});

/** Everything that the schema in code decides, one line each. */
const described = async (sql: pg.Client): Promise<string[]> => {
  const { rows } = await sql.query<{ line: string }>(`
    select concat_ws(' ', 'column', table_name, column_name, udt_name, is_nullable, column_default, identity_generation) as line
      from information_schema.columns where table_schema = 'public'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check)
      from pg_policies where schemaname = 'public'
    order by line`);
  return rows.map(({ line }) => line);
};
