import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../sandbox/make-folder.ts';
import { freshFolder } from '../support/folder.ts';

const mode = (path: string) => statSync(path).mode & 0o777;

describe('making a folder', () => {
  it('makes those above it too, and does nothing where it is there', () => {
    const folder = join(freshFolder(), 'a', 'b');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('with a mode gives it to each folder that is made, and leaves the others alone', () => {
    const root = freshFolder();
    mkdirSync(join(root, 'closed'), { mode: 0o700 });
    makeFolder(join(root, 'closed', 'a', 'b'), 0o751);
    expect(['closed', 'closed/a', 'closed/a/b'].map((path) => mode(join(root, path)))).toEqual([0o700, 0o751, 0o751]);
  });

  it('where a file is in the way is an error', () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow('EEXIST');
    expect(() => makeFolder(join(file, 'below'))).toThrow('ENOTDIR');
  });

  it.runIf(process.platform === 'linux')('is an error in a file system that has no room for folders (Linux)', () => {
    expect(() => makeFolder('/proc/changeover/data')).toThrow('ENOENT');
  });
});
