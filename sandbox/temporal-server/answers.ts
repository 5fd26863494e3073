import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { accepts, freePort } from '../ports.ts';
import { run } from '../process/run.ts';
import { signalGroup } from '../process/signals.ts';
import { type Kind, servers } from './kinds.ts';

/**
 * The version that an executable says it has, after making it work; `undefined` when it does not run, hangs for `patience`
 * milliseconds, or is something else. The test server knows no version flag, so it has to open its port instead, and its
 * version is taken for the pinned one.
 */
export async function answers(kind: Kind, path: string, patience = 10_000): Promise<string | undefined> {
  if (kind === 'dev-server') return versionOf(path, patience);
  // Spawning what is no program of this machine may throw.
  return (await opensItsPort(path, patience).catch(() => false)) ? servers[kind].version : undefined;
}

async function versionOf(path: string, patience: number): Promise<string | undefined> {
  const { ok, output } = await run([path, '--version'], { timeout: patience });
  return ok ? /^temporal version (\d+\.\d+\.\d+\S*)/.exec(output)?.[1] : undefined;
}

async function opensItsPort(path: string, patience: number): Promise<boolean> {
  const port = await freePort();
  const child = spawn(path, [String(port)], { stdio: 'ignore', detached: true });
  let ended = false;
  const end = () => {
    ended = true;
  };
  child.once('error', end).once('exit', end);
  try {
    for (const deadline = Date.now() + patience; Date.now() < deadline && !ended; await wait(20)) {
      if (await accepts(port)) return true;
    }
    return false;
  } finally {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
  }
}
