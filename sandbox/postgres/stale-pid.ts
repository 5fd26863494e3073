import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identity } from '../process/identity.ts';

/**
 * Drops the pid file of a server that was killed when its pid belongs to something else by now, as after the restart of a
 * container, where pids are few: Postgres would take that process for itself and refuse to start.
 */
export function dropStalePid(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (Number.isNaN(pid) || identity(pid) === undefined || !isPostgres(pid)) rmSync(file, { force: true });
}

const isPostgres = (pid: number): boolean => /\bpostgres\b/.test(commandOf(pid));

function commandOf(pid: number): string {
  // Not every container has ps.
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8');
  return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
}
