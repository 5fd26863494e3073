import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { StartError } from '../start-error.ts';
import type { ProcessSpec } from './start-process.ts';

/** A process that has a pid. */
export type Launched = ChildProcess & { pid: number };

/** Runs the command in a process group of its own, writing to its log. Throws a StartError when it cannot be run. */
export async function launch(spec: ProcessSpec): Promise<Launched> {
  const child = spawned(spec);
  if (isRunning(child)) return child;
  throw cannotBeRun(spec, await new Promise<Error>((resolve) => child.once('error', resolve)));
}

function spawned(spec: ProcessSpec): ChildProcess {
  const { command, args, env = process.env, cwd, uid, gid, logFile } = spec;
  const log = openSync(logFile, 'a');
  try {
    return spawn(command, args, { env, cwd, uid, gid, detached: true, stdio: ['ignore', log, log] });
  } catch (error) {
    // What has a file for a folder above it, spawn does not report but throw.
    throw cannotBeRun(spec, error);
  } finally {
    closeSync(log);
  }
}

const isRunning = (child: ChildProcess): child is Launched => child.pid !== undefined;

function cannotBeRun({ name, command }: ProcessSpec, cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(`${name} cannot be run: ${reason}.`, `The command is ${command}.`, { cause });
}
