import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identity } from '../../../sandbox/process/identity.ts';
import { answers } from '../../../sandbox/temporal-server/answers.ts';
import { servers } from '../../../sandbox/temporal-server/kinds.ts';
import { freshFolder, notAProgram, script } from '../../support/folder.ts';

const executable = (lines: string) => script(join(freshFolder(), 'server'), lines);
const listens = `exec "${process.execPath}" -e "require('node:net').createServer().listen(process.argv[1], '127.0.0.1')" "$1"`;

describe('an executable that is tried', () => {
  it('as a dev server answers its version', async () => {
    expect(await answers('dev-server', executable('echo "temporal version 1.9.1 (Server 1.32.0)"'))).toBe('1.9.1');
  });

  it('as a test server, which knows no version flag, has to open the port it is told', async () => {
    expect(await answers('test-server', executable(listens))).toBe(servers['test-server'].version);
  });

  it.each(['dev-server', 'test-server'] as const)(
    'as a %s that hangs is broken, and is not left running',
    async (kind) => {
      const pid = join(freshFolder(), 'pid');
      expect(await answers(kind, executable(`sleep 60 & echo $! > ${pid}; wait`), 300)).toBeUndefined();
      expect(existsSync(pid)).toBe(true);
      await expect.poll(() => identity(Number(readFileSync(pid, 'utf8')))).toBeUndefined();
    },
  );

  it.each(['dev-server', 'test-server'] as const)(
    'as a %s that ends at once, or is no program, is broken',
    async (kind) => {
      expect(await answers(kind, executable('exit 3'))).toBeUndefined();
      expect(await answers(kind, notAProgram())).toBeUndefined();
      expect(await answers(kind, '/nowhere/server')).toBeUndefined();
    },
  );
});
