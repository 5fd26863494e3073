import { DrizzleQueryError, sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A pool of connections. Work on tenant data goes through `asTenant`, never through this directly. */
export type Database = { orm: PostgresJsDatabase; close(): Promise<void>; listen: postgres.Sql['listen'] };

/** One transaction, acting as a role for one tenant. */
export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

export type DatabaseRole = 'changeover_owner' | 'changeover_api' | 'changeover_worker';

/** Opens a pool; connections are made when first needed. `most` bounds them. */
export function openDatabase(url: string, { most = 10, name = 'changeover' } = {}): Database {
  const pool = postgres(url, { max: most, connection: { application_name: name }, onnotice: () => {} });
  return { orm: drizzle(pool), close: () => pool.end({ timeout: 5 }), listen: pool.listen };
}

/**
 * Runs `work` in one transaction that sees and writes the rows of `tenant` only, with the rights of `role`. Throws what
 * `work` throws, and Postgres's own errors.
 */
export async function asTenant<T>(
  database: Database,
  role: DatabaseRole,
  tenant: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await database.orm.transaction(async (transaction) => {
      await transaction.execute(
        sql`select set_config('role', ${role}, true), set_config('app.tenant', ${tenant}, true)`,
      );
      return work(transaction);
    });
  } catch (error) {
    // Drizzle's message repeats the parameters; contact addresses and notes must not reach logs and workflow histories.
    throw error instanceof DrizzleQueryError && error.cause ? error.cause : error;
  }
}
