import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropStalePid } from '../../../sandbox/postgres/stale-pid.ts';
import { startProcess } from '../../../sandbox/process/start-process.ts';
import { freshFolder, script } from '../../support/folder.ts';

const staysAfterStartWith = (pid: number | string): boolean => {
  const data = freshFolder();
  writeFileSync(join(data, 'postmaster.pid'), `${pid}\n${data}\n`);
  dropStalePid(data);
  return existsSync(join(data, 'postmaster.pid'));
};

describe('the pid file of a Postgres that was killed', () => {
  it('is dropped when nothing has that pid, or something other than Postgres', () => {
    expect(staysAfterStartWith(999_999_999)).toBe(false);
    expect(staysAfterStartWith(process.pid)).toBe(false);
    expect(staysAfterStartWith('')).toBe(false);
  });

  it('stays when a Postgres has that pid', async () => {
    const folder = freshFolder();
    const postgres = await startProcess({
      name: 'postgres',
      command: script(join(folder, 'postgres'), 'while :; do sleep 0.1; done'),
      args: [],
      logFile: join(folder, 'log'),
      ready: async () => true,
    });
    expect(staysAfterStartWith(postgres.pid)).toBe(true);
    await postgres.stop();
  });
});
