import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../db/migrate.ts';
import { freePort } from '../../sandbox/ports.ts';
import { startPostgres } from '../../sandbox/postgres/start.ts';
import { seed } from '../../sandbox/seed.ts';
import { resolveTemporalServer } from '../../sandbox/temporal-server/resolve.ts';
import { startTemporalServer } from '../../sandbox/temporal-server/start.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where new databases may be made; the database in it is the migrated and seeded template. */
    templateDatabaseUrl: string;
    temporalAddress: string;
    temporalExecutable: string;
    workflowBundle: string;
  }
}

/** What all test files share: one Postgres, one Temporal dev server, one workflow bundle. Each file gets its own database and namespace. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'changeover-test-'));
  // Postgres may have to run as another user than the one who owns the folder.
  chmodSync(dir, 0o755);
  const report = (line: string) => console.log(line);
  const [postgres, temporal, bundle] = await Promise.all([
    freePort().then((port) =>
      startPostgres({ dataDir: join(dir, 'pg'), port, logFile: join(dir, 'postgres.log'), report }),
    ),
    startDevServer(dir, report),
    bundleWorkflows(),
  ]);
  await migrate(postgres.url);
  await seed(postgres.url);
  const bundlePath = join(dir, 'workflow-bundle.js');
  writeFileSync(bundlePath, bundle);
  project.provide('templateDatabaseUrl', postgres.url);
  project.provide('temporalAddress', temporal.address);
  project.provide('temporalExecutable', temporal.executable);
  project.provide('workflowBundle', bundlePath);
  return async () => {
    await Promise.all([postgres.stop(), temporal.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
}

async function startDevServer(dir: string, report: (line: string) => void) {
  const { path: executable } = await resolveTemporalServer({ kind: 'dev-server', dataDir: dir, report });
  const server = await startTemporalServer({
    executable,
    port: await freePort(),
    dataFile: join(dir, 'temporal.db'),
    logFile: join(dir, 'temporal.log'),
  });
  return { ...server, executable };
}
