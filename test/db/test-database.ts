import { afterAll, beforeAll } from 'vitest';
import { asTenant, type Database, openDatabase, type Transaction } from '../../db/client.ts';
import { createDatabase } from '../support/database.ts';

/** A database of the file's own, opened; `asWorker` and `asApi` work on it for the tenant acme. */
export function testDatabase() {
  let database: Database | undefined;
  let drop = async () => {};
  const opened = (): Database => {
    if (!database) throw new Error('The database is opened before the first test');
    return database;
  };
  beforeAll(async () => {
    const owned = await createDatabase();
    drop = owned.drop;
    database = openDatabase(owned.url);
  });
  afterAll(async () => {
    await database?.close();
    await drop();
  });
  return {
    opened,
    asWorker: <T>(work: (transaction: Transaction) => Promise<T>) =>
      asTenant(opened(), 'changeover_worker', 'acme', work),
    asApi: <T>(work: (transaction: Transaction) => Promise<T>) => asTenant(opened(), 'changeover_api', 'acme', work),
  };
}
