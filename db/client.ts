import { DrizzleQueryError, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/** One transaction; what it reads and writes goes through drizzle. */
export type Transaction = NodePgDatabase;

/** A pool of connections. Work on tenant data goes through `asTenant`, never through this directly. */
export type Database = {
  url: string;
  orm: NodePgDatabase;
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type DatabaseRole = 'changeover_owner' | 'changeover_api' | 'changeover_worker';

/**
 * Milliseconds. Whoever holds a row lock and hangs must not take the connections of all others with it: a statement, a wait
 * for a lock and a pause within a transaction end by themselves, and are repeated by whoever started them.
 */
const LIMITS = {
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: 4_000,
};

/** Opens a pool; connections are made when first needed. `most` bounds them. */
export function openDatabase(url: string, { most = 10, name = 'changeover' } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: most, application_name: name, keepAlive: true, ...LIMITS });
  // A connection that is lost while nobody waits for it would end the process; the pool drops it by itself.
  pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}));
  return {
    url,
    orm: drizzle(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

// Drizzle's own keeps the connection when `begin` fails, and hides the first error when `rollback` fails too.
async function inTransaction<T>(pool: pg.Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    const result = await work(drizzle(client));
    await client.query('commit');
    broken = false;
    return result;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Runs `work` in one transaction that sees and writes the rows of `tenant` only, with the rights of `role`. Throws what
 * `work` throws, and Postgres's own errors.
 */
export const asTenant = <T>(
  database: Database,
  role: DatabaseRole,
  tenant: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> => bound(database, role, tenant, work, async () => {});

/** As `asTenant`, for reading only: all that `work` reads is of one moment, whatever is written meanwhile. */
export const readAsTenant = <T>(
  database: Database,
  role: DatabaseRole,
  tenant: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> =>
  bound(database, role, tenant, work, async (transaction) => {
    // Postgres wants it before anything is read.
    await transaction.execute(sql`set transaction isolation level repeatable read, read only`);
  });

async function bound<T>(
  database: Database,
  role: DatabaseRole,
  tenant: string,
  work: (transaction: Transaction) => Promise<T>,
  begun: (transaction: Transaction) => Promise<void>,
): Promise<T> {
  try {
    return await database.transaction(async (transaction) => {
      await begun(transaction);
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
