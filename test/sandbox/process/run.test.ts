import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../sandbox/process/run.ts';
import { freshFolder, notAProgram } from '../../support/folder.ts';

const sh = (lines: string, options?: Parameters<typeof run>[1]) => run(['/bin/sh', '-c', lines], options);

describe('a command that is run to its end', () => {
  it('gives what it wrote, and whether it went well', async () => {
    expect(await sh('echo out; echo err >&2')).toEqual({ ok: true, output: 'out\n\nerr\n' });
    expect(await sh('echo no; exit 3')).toEqual({ ok: false, output: 'no\n\n' });
  });

  it('is killed with all it has started when its time is over', async () => {
    expect(await sh('sleep 60 & echo started; wait', { timeout: 300 })).toEqual({ ok: false, output: 'started\n\n' });
  });

  it('is killed with all it has started when it is called off, and the reason is told', async () => {
    const begun = join(freshFolder(), 'begun');
    const off = new AbortController();
    const running = sh(`sleep 60 & touch ${begun}; wait`, { signal: off.signal });
    await expect.poll(() => existsSync(begun)).toBe(true);
    off.abort(new Error('not wanted any more'));
    await expect(running).rejects.toThrow('not wanted any more');
    await expect(sh('exit 0', { signal: off.signal })).rejects.toThrow('not wanted any more');
  });

  it('that is not there, or no program, did not go well', async () => {
    expect((await run(['/nowhere/command'])).ok).toBe(false);
    expect((await run([notAProgram()])).ok).toBe(false);
  });
});
