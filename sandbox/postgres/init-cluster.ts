import { execFile } from 'node:child_process';
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';
import type { SystemUser } from './run-as.ts';

export const SUPERUSER = 'changeover';

/**
 * Makes the data folder of a cluster unless it is there; an attempt that was killed half-way leaves nothing that looks
 * finished. Returns the folder and whether it is new. Throws a StartError with what initdb says, and the signal's reason
 * when that calls it off.
 */
export async function initCluster({
  home,
  binaries,
  password,
  user,
  signal,
}: {
  home: string;
  binaries: string;
  password: string;
  user: SystemUser | undefined;
  signal?: AbortSignal | undefined;
}): Promise<{ data: string; isNew: boolean }> {
  const data = join(home, 'data');
  if (existsSync(data)) return { data, isNew: false };
  const unfinished = join(home, 'data.unfinished');
  const passwordFile = join(home, 'initial-password');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    await promisify(execFile)(
      join(binaries, 'bin', 'initdb'),
      [
        ...['--pgdata', unfinished, '--username', SUPERUSER, '--pwfile', passwordFile],
        ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
      ],
      { cwd: home, signal, ...(user && { uid: user.uid, gid: user.gid }) },
    );
    renameSync(unfinished, data);
    return { data, isNew: true };
  } catch (error) {
    signal?.throwIfAborted();
    throw new StartError(
      'The database cluster could not be made.',
      `See what initdb says: ${String((error as { stderr?: string }).stderr ?? error).trim()}`,
      { cause: error },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
