import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { StartError } from '../start-error.ts';
import { answers } from './answers.ts';
import { howToBringOne, type Kind, servers } from './kinds.ts';
import type { Search } from './resolve.ts';

type Place = Pick<Search, 'kind' | 'dataDir' | 'env'>;

/** Where copies are kept, best place first: the user's cache folder, then the data folder. */
export function cacheRoots({ dataDir, env }: Place): string[] {
  const user = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  return [join(user, 'changeover'), join(dataDir, 'cache')];
}

/** Where a cached executable is, below a cache root. */
export const cachedPath = (root: string, kind: Kind): string => join(folderIn(root, kind), servers[kind].command);

const folderIn = (root: string, kind: Kind): string => join(root, `${servers[kind].command}-${servers[kind].version}`);

/**
 * Has a new folder filled with the executable and keeps it in the cache under its final name in one step, so that a
 * broken download is never found there and starts at the same time do not disturb each other. Returns the path and the
 * version it answers. Throws a StartError when no cache folder can be written or what was brought does not run; what
 * `fill` throws passes through.
 */
export async function keep(
  place: Place,
  fill: (folder: string) => Promise<void>,
): Promise<{ path: string; version: string }> {
  const { kind } = place;
  const root = writableRoot(cacheRoots(place));
  const fresh = mkdtempSync(join(root, `${servers[kind].command}.part-`));
  try {
    await fill(fresh);
    const version = await answers(kind, join(fresh, servers[kind].command));
    if (version === undefined) {
      throw new StartError(`The ${servers[kind].title} that was downloaded does not run here.`, howToBringOne(kind));
    }
    await moveInto(root, kind, fresh);
    return { path: cachedPath(root, kind), version };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function writableRoot(roots: string[]): string {
  const troubles: string[] = [];
  for (const root of roots) {
    try {
      makeFolder(root);
      rmSync(mkdtempSync(join(root, 'probe-')), { recursive: true });
      return root;
    } catch (error) {
      troubles.push(`${root} (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  throw new StartError(
    `No folder to keep a downloaded server in can be written: ${troubles.join(', ')}.`,
    'Make one of them writable, or set XDG_CACHE_HOME or DATA_DIR to a folder that is.',
  );
}

// A copy that a start at the same time has put there is left alone: that start may be running it already.
async function moveInto(root: string, kind: Kind, fresh: string): Promise<void> {
  const target = folderIn(root, kind);
  while (!renamed(fresh, target) && (await answers(kind, cachedPath(root, kind))) === undefined) {
    const broken = `${fresh}.broken`;
    renamed(target, broken);
    rmSync(broken, { recursive: true, force: true });
  }
}

/** Renames a folder; false when the new name is taken or the old one gone. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
