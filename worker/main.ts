import { NativeConnection, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { createHttpProvisioner } from '../activities/vendor/http-provisioner.ts';
import { temporalConfig, workerConfig } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { bundleWorkflows } from './bundle.ts';
import { registerSearchAttributes } from './search-attributes.ts';
import { temporalLogger } from './temporal-logger.ts';
import { createWorkers } from './workers.ts';

const config = workerConfig();
const log = pino({ level: config.LOG_LEVEL, name: 'worker' });
Runtime.install({ logger: temporalLogger(log), shutdownSignals: [] });

const { connectionOptions, namespace } = temporalConfig();
const connection = await NativeConnection.connect(connectionOptions);
await registerSearchAttributes(connection, namespace);
const database = openDatabase(config.DATABASE_URL, { name: 'changeover-worker', most: 30 });

const workers = await createWorkers({
  connection,
  namespace,
  workflowBundle: config.WORKFLOW_BUNDLE ? { codePath: config.WORKFLOW_BUNDLE } : { code: await bundleWorkflows() },
  vendors: Object.fromEntries(
    Object.entries(config.VENDORS).map(([vendor, { url, apiKey, callsPerSecond }]) => [
      vendor,
      {
        provisioner: createHttpProvisioner({ url, apiKey, timeoutMs: config.VENDOR_TIMEOUT_SECONDS * 1000 }),
        callsPerSecond,
      },
    ]),
  ),
  database,
  now: () => new Date(),
});

const stop = (): void => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.on('SIGTERM', stop).on('SIGINT', stop);

log.info({ vendors: Object.keys(config.VENDORS) }, 'worker ready');
// For whoever started this process, whatever the log's level.
process.stdout.write('worker ready\n');
// One worker that fails takes the others down in good order, and the process with an error.
const runs = await Promise.allSettled(workers.map((worker) => worker.run().finally(stop)));
await connection.close();
await database.close();
const failure = runs.find((run) => run.status === 'rejected');
if (failure) {
  log.fatal({ err: failure.reason }, 'worker failed');
  process.exitCode = 1;
}
