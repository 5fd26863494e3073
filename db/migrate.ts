import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { databaseConfig } from '../config.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Brings the database to the newest schema; safe to repeat and to run from several processes at once. */
export async function migrate(url: string): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    // Drizzle's migrator takes no lock of its own; the session's lock goes with the connection.
    await connection`select pg_advisory_lock(hashtext('changeover migrations'))`;
    await applyMigrations(drizzle(connection), { migrationsFolder });
  } finally {
    await connection.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await migrate(databaseConfig().DATABASE_URL);
