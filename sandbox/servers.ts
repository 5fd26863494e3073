import { join } from 'node:path';
import { Connection } from '@temporalio/client';
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
  const url = config.DATABASE_URL ?? (await embeddedPostgres(config, supervisor, report));
  try {
    await migrate(url);
    await seed(url);
  } catch (error) {
    if (config.DATABASE_URL === undefined) throw error;
    throw new StartError(
      `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : error}`,
      'Check the address, that it runs, and that its user may create roles and tables; or unset DATABASE_URL.',
      { cause: error },
    );
  }
  report('Postgres: migrated, sample data in place');
  return url;
}

async function embeddedPostgres(
  { DATA_DIR: dataDir, POSTGRES_PORT: port }: SandboxConfig,
  supervisor: Supervisor,
  report: Report,
): Promise<string> {
  const logFile = join(dataDir, 'logs', 'postgres.log');
  const { url } = await supervisor.adopt(() =>
    startPostgres({ dataDir, port, logFile, runDir: join(dataDir, 'run'), report }),
  );
  return url;
}

/** A Temporal server that knows our search attributes: the one of TEMPORAL_ADDRESS, or an embedded one. Returns its address. */
export async function temporalFor(config: SandboxConfig, supervisor: Supervisor, report: Report): Promise<string> {
  const address = config.TEMPORAL_ADDRESS ?? (await embeddedTemporal(config, supervisor, report));
  const connection = await connect(address, config);
  try {
    await registerSearchAttributes(connection, process.env.TEMPORAL_NAMESPACE ?? 'default');
  } finally {
    await connection.close();
  }
  report('Temporal server: ready');
  return address;
}

async function connect(address: string, { TEMPORAL_ADDRESS }: SandboxConfig): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: 5_000 });
  } catch (error) {
    throw new StartError(
      `No Temporal server answers at ${address}.`,
      TEMPORAL_ADDRESS === undefined ? 'See its log.' : 'Start it, or unset TEMPORAL_ADDRESS to get one of our own.',
      { cause: error },
    );
  }
}

async function embeddedTemporal(
  { DATA_DIR: dataDir, TEMPORAL_PORT: port, TEMPORAL_UI_PORT: uiPort }: SandboxConfig,
  supervisor: Supervisor,
  report: Report,
): Promise<string> {
  const { path: executable } = await resolveTemporalServer({
    kind: 'dev-server',
    dataDir,
    report,
    signal: supervisor.signal,
  });
  const { address } = await supervisor.adopt(() =>
    startTemporalServer({
      executable,
      port,
      uiPort,
      dataFile: join(dataDir, 'temporal.db'),
      logFile: join(dataDir, 'logs', 'temporal.log'),
      runDir: join(dataDir, 'run'),
    }),
  );
  return address;
}
