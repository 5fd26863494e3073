import { join } from 'node:path';
import pg from 'pg';
import { keptSecret } from '../kept-secret.ts';
import { makeFolder } from '../make-folder.ts';
import { type RunningProcess, startProcess } from '../process/start-process.ts';
import type { Report } from '../progress.ts';
import { packagedBinaries, runnableBinaries } from './binaries.ts';
import { clusterHome } from './home.ts';
import { initCluster, SUPERUSER } from './init-cluster.ts';
import { runAs } from './run-as.ts';
import { dropStalePid } from './stale-pid.ts';

export type RunningPostgres = RunningProcess & { url: string };

const DATABASE = 'changeover';

/**
 * Starts the Postgres of a data folder on 127.0.0.1, making the cluster and the database `changeover` at the first start;
 * resolves when it answers. Works for root too, as an unprivileged user. Throws a StartError when it cannot, and the
 * signal's reason when that calls the start off.
 */
export async function startPostgres({
  dataDir,
  port,
  logFile,
  runDir,
  report,
  signal,
}: {
  dataDir: string;
  port: number;
  logFile: string;
  runDir?: string | undefined;
  report: Report;
  signal?: AbortSignal | undefined;
}): Promise<RunningPostgres> {
  makeFolder(dataDir);
  const user = runAs();
  const home = clusterHome(dataDir, user);
  const binaries = runnableBinaries(packagedBinaries(), home, user);
  const password = keptSecret(join(dataDir, 'postgres.password'));
  const { data, isNew } = await initCluster({ home, binaries, password, user, signal });
  report(isNew ? `Postgres: first start, cluster made in ${data}` : `Postgres: starting the cluster in ${data}`);
  dropStalePid(data);
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const running = await startProcess({
    name: 'Postgres',
    command: join(binaries, 'bin', 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings],
    cwd: home,
    ...(user && { uid: user.uid, gid: user.gid }),
    logFile,
    runDir,
    signal,
    ready: () => answers(url('postgres')),
    // Fast shutdown: ends sessions and writes everything; SIGTERM would wait for every session to end by itself.
    stopSignal: 'SIGINT',
  });
  try {
    await createDatabase(url('postgres'));
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { ...running, url: url(DATABASE) };
}

const settings = [
  ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  ...['-c', 'max_connections=200', '-c', 'timezone=UTC', '-c', 'log_timezone=UTC'],
];

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch {
    // Refused or still starting up: both mean that it is not ready.
    return false;
  }
}

async function createDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // Lost while nobody waits for it, it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
