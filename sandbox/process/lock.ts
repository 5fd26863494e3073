import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../make-folder.ts';
import { StartError } from '../start-error.ts';
import { identity } from './identity.ts';

const Holder = z.object({ pid: z.number().int(), identity: z.string() });

/**
 * Makes this process the only one that runs on the data folder; call the result to give it up. A lock whose process is
 * gone is taken over. Throws a StartError when another process holds it.
 */
export function takeLock(dataDir: string): () => void {
  const runDir = join(dataDir, 'run');
  makeFolder(runDir);
  const lock = join(runDir, 'supervisor.lock');
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: identity(process.pid) }));
  try {
    while (!linked(mine, lock)) {
      const held = readIfThere(lock);
      if (held === undefined) continue;
      const holder = holderOf(held);
      if (holder !== undefined) {
        throw new StartError(
          `Changeover is already running on the data folder ${dataDir} (process ${holder}).`,
          'Stop it with Ctrl-C where it runs, or start this one with another DATA_DIR and other ports.',
        );
      }
      removeStale(lock, held);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (holderOf(readIfThere(lock) ?? '') === process.pid) rmSync(lock, { force: true });
  };
}

/** The pid of the process that holds a lock with this text, if that process is alive. */
function holderOf(text: string): number | undefined {
  try {
    const { pid, identity: started } = Holder.parse(JSON.parse(text));
    return identity(pid) === started ? pid : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

// A rename has one winner; should it have caught a newer lock than the stale one that was read, that one is put back.
function removeStale(lock: string, stale: string): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== stale) linked(aside, lock);
  rmSync(aside, { force: true });
}

/** Gives the file the second name in one step, with its content; false when that name is taken. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
