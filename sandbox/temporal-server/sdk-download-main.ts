import { TestWorkflowEnvironment } from '@temporalio/testing';
import { type Kind, servers } from './kinds.ts';

// Runs as `sdk-download-main.ts <kind> <folder>`: starts the server from the SDK's download and stops it again, which
// leaves the executable in the folder. The last word on stderr is the reason when that fails.
const [kind, downloadDir] = process.argv.slice(2) as [Kind, string];
const executable = { type: 'cached-download', downloadDir, version: `v${servers[kind].version}` } as const;
try {
  const environment =
    kind === 'dev-server'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await environment.teardown();
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
