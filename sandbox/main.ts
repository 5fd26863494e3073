import { join } from 'node:path';
import { sandboxConfig } from './config.ts';
import { killRecorded } from './process/leftovers.ts';
import { within } from './process/within.ts';
import { progress } from './progress.ts';
import { startSandbox } from './start.ts';
import { StartError } from './start-error.ts';
import { createSupervisor, type Death } from './supervisor.ts';
import { welcome } from './welcome.ts';

try {
  await main();
} catch (error) {
  // What nobody foresaw is shown whole; what was foreseen in one sentence with what to do.
  console.error(error instanceof StartError ? `\n${error.message}\n${error.advice}` : error);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = sandboxConfig();
  const runDir = join(config.DATA_DIR, 'run');
  // Whoever read our lines may be gone (`npm start | head`, a closed terminal); that must not end us with everything left
  // running.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const supervisor = createSupervisor();
  const starting = startSandbox(config, progress(console.log), supervisor);
  let asked: number | undefined;
  const stop = async (): Promise<void> => {
    if (asked !== undefined) {
      // npm hands on the Ctrl-C that the terminal has sent us already: one press may come as several signals.
      if (Date.now() - asked < 1_000) return;
      killRecorded(runDir);
      process.exit(130);
    }
    asked = Date.now();
    console.log('\nStopping …');
    await supervisor.stop();
    // By now nothing runs any more but work of this process: a build, or a wait for a database elsewhere.
    await within(3_000, Promise.allSettled([starting]));
    process.exit(0);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  // Nor must an error that nobody caught, of which libraries have some, leave everything running.
  process.on('uncaughtException', async (error) => {
    console.error(error);
    try {
      await within(20_000, supervisor.stop());
      killRecorded(runDir);
    } finally {
      process.exit(1);
    }
  });

  const sandbox = await starting.catch((error: unknown) => {
    if (asked !== undefined) return undefined;
    throw error;
  });
  if (!sandbox || asked !== undefined) return;
  supervisor.onDeath(async (death) => {
    console.error(obituary(death));
    await supervisor.stop();
    process.exit(1);
  });
  console.log(welcome(sandbox));
}

function obituary({ part, exit: { code, signal } }: Death): string {
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  const said = part.lastLines().map((line) => `    ${line}`);
  return `\n${part.name} has ended ${how}; stopping the rest. Its log is ${part.logFile}:\n${said.join('\n')}`;
}
