import { join } from 'node:path';
import { Connection, type ConnectionOptions } from '@temporalio/client';
import { temporalConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { registerSearchAttributes } from '../worker/search-attributes.ts';
import type { SandboxConfig } from './config.ts';
import { startPostgres } from './postgres/start.ts';
import type { Report } from './progress.ts';
import { seed } from './seed.ts';
import { StartError } from './start-error.ts';
import type { Supervisor } from './supervisor.ts';
import { resolveTemporalServer } from './temporal-server/resolve.ts';
import { startTemporalServer } from './temporal-server/start.ts';

/** A migrated database with the sample data: the one of DATABASE_URL, or an embedded one. Returns its address. */
export async function databaseFor(config: SandboxConfig, supervisor: Supervisor, report: Report): Promise<string> {
  const url = await (config.DATABASE_URL === undefined
    ? embeddedDatabase(config, supervisor, report)
    : givenDatabase(config.DATABASE_URL));
  report('Postgres: migrated, sample data in place');
  return url;
}

async function givenDatabase(url: string): Promise<string> {
  try {
    return await filled(url);
  } catch (error) {
    throw new StartError(
      `The database of DATABASE_URL cannot be used: ${reason(error)}`,
      'Check the address, that it runs, and that its user may create roles and tables; or unset DATABASE_URL.',
      { cause: error },
    );
  }
}

async function filled(url: string): Promise<string> {
  await migrate(url);
  await seed(url);
  return url;
}

async function embeddedDatabase(
  { DATA_DIR: dataDir, POSTGRES_PORT: port }: SandboxConfig,
  supervisor: Supervisor,
  report: Report,
): Promise<string> {
  const logFile = join(dataDir, 'logs', 'postgres.log');
  const { signal } = supervisor;
  const { url } = await supervisor.adopt(() =>
    startPostgres({ dataDir, port, logFile, runDir: join(dataDir, 'run'), report, signal }),
  );
  return supervisor.during(() => filled(url));
}

/** A Temporal server that knows our search attributes: the one of TEMPORAL_ADDRESS, or an embedded one. Returns its address. */
export async function temporalFor(config: SandboxConfig, supervisor: Supervisor, report: Report): Promise<string> {
  const address = await (config.TEMPORAL_ADDRESS === undefined
    ? embeddedTemporal(config, supervisor, report)
    : givenTemporal(config.TEMPORAL_ADDRESS));
  report('Temporal server: ready');
  return address;
}

async function givenTemporal(address: string): Promise<string> {
  try {
    const { connectionOptions, namespace } = temporalConfig();
    await registerAt({ ...connectionOptions, address }, namespace);
    return address;
  } catch (error) {
    throw new StartError(
      `The Temporal server at ${address} cannot be used: ${reason(error)}`,
      'Check that it runs and what the TEMPORAL_ variables say, or unset TEMPORAL_ADDRESS to get a server of our own.',
      { cause: error },
    );
  }
}

async function registerAt(options: ConnectionOptions, namespace: string): Promise<void> {
  const connection = await Connection.connect({ ...options, connectTimeout: 5_000 });
  try {
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function embeddedTemporal(
  { DATA_DIR: dataDir, TEMPORAL_PORT: port, TEMPORAL_UI_PORT: uiPort }: SandboxConfig,
  supervisor: Supervisor,
  report: Report,
): Promise<string> {
  const { signal } = supervisor;
  const { path: executable } = await supervisor.during(() =>
    resolveTemporalServer({ kind: 'dev-server', dataDir, report, signal }),
  );
  const { address } = await supervisor.adopt(() =>
    startTemporalServer({
      executable,
      port,
      uiPort,
      dataFile: join(dataDir, 'temporal.db'),
      logFile: join(dataDir, 'logs', 'temporal.log'),
      runDir: join(dataDir, 'run'),
      signal,
    }),
  );
  await supervisor.during(() => registerAt({ address }, 'default'));
  return address;
}
