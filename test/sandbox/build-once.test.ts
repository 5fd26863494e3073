import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOnce } from '../../sandbox/build-once.ts';
import { freshFolder } from '../support/folder.ts';

function project() {
  const root = freshFolder();
  const source = join(root, 'source');
  const output = join(root, 'output');
  mkdirSync(source);
  writeFileSync(join(source, 'a.ts'), 'a');
  let built = 0;
  const build = () =>
    buildOnce({ inputs: [source], output }, async () => {
      built += 1;
      writeFileSync(output, 'built');
    });
  return { source, output, build, times: () => built };
}

describe('building once', () => {
  it('builds the first time and not again while nothing changes', async () => {
    const { build, times } = project();
    expect([await build(), await build(), times()]).toEqual(['built', 'unchanged', 1]);
  });

  it.each([
    ['a file changes', (source: string) => writeFileSync(join(source, 'a.ts'), 'b')],
    ['a file is added', (source: string) => writeFileSync(join(source, 'b.ts'), 'b')],
    ['a file goes away', (source: string) => rmSync(join(source, 'a.ts'))],
  ])('builds again when %s', async (_, change) => {
    const { build, source } = project();
    await build();
    change(source);
    expect(await build()).toBe('built');
  });

  it('builds again when what was built is gone, and after a build that failed', async () => {
    const { build, output } = project();
    await build();
    rmSync(output);
    expect(await build()).toBe('built');
    const failing = buildOnce({ inputs: [], output: `${output}-2` }, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(`${output}-2.inputs`)).toBe(false);
  });
});
