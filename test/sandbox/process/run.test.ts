import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../sandbox/process/run.ts';
import { freshFolder } from '../../support/folder.ts';

const sh = (lines: string, options?: Parameters<typeof run>[1]) => run(['/bin/sh', '-c', lines], options);

describe('a command that is run to its end', () => {
  it('gives what it wrote, and whether it went well', async () => {
    expect(await sh('echo out; echo err >&2')).toEqual({ ok: true, output: 'out\n\nerr\n' });
    expect(await sh('echo no; exit 3')).toEqual({ ok: false, output: 'no\n\n' });
  });

  it('is killed with all it has started when its time is over', async () => {
    expect(await sh('sleep 60 & echo started; wait', { timeout: 300 })).toEqual({ ok: false, output: 'started\n\n' });
  });

  it('that is not there, or no program, did not go well', async () => {
    const file = join(freshFolder(), 'not-a-program');
    writeFileSync(file, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), { mode: 0o755 });
    expect((await run(['/nowhere/command'])).ok).toBe(false);
    expect((await run([file])).ok).toBe(false);
  });
});
