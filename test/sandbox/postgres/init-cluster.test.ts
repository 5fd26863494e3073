import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initCluster } from '../../../sandbox/postgres/init-cluster.ts';
import { freshFolder, script } from '../../support/folder.ts';

/** An initdb that does what the lines say; $2 is the folder it is told to fill. */
function cluster(lines: string) {
  const root = freshFolder();
  script(join(root, 'binaries', 'bin', 'initdb'), lines);
  const home = join(root, 'home');
  mkdirSync(home);
  const settings = { home, binaries: join(root, 'binaries'), password: 'secret', user: undefined };
  return { home, settings };
}

describe('making the cluster', () => {
  it('happens once', async () => {
    const { home, settings } = cluster('mkdir "$2"');
    expect(await initCluster(settings)).toEqual({ data: join(home, 'data'), isNew: true });
    expect(await initCluster(settings)).toEqual({ data: join(home, 'data'), isNew: false });
  });

  it('begins anew where an attempt was killed half-way, and leaves no password behind', async () => {
    const { home, settings } = cluster('[ -e "$2" ] && exit 1; mkdir "$2"');
    mkdirSync(join(home, 'data.unfinished'));
    await initCluster(settings);
    expect(readdirSync(home)).toEqual(['data']);
  });

  it('that fails tells what initdb says, and leaves nothing that looks finished', async () => {
    const { home, settings } = cluster('mkdir "$2"; echo "initdb: error: no space left" >&2; exit 1');
    await expect(initCluster(settings)).rejects.toMatchObject({
      name: 'StartError',
      message: 'The database cluster could not be made.',
      advice: expect.stringContaining('no space left'),
    });
    expect(existsSync(join(home, 'data'))).toBe(false);
  });

  it('is given up when everything is to stop', async () => {
    const { home, settings } = cluster('mkdir "$2"; exec sleep 60');
    const stop = new AbortController();
    const making = initCluster({ ...settings, signal: stop.signal });
    await expect.poll(() => existsSync(join(home, 'data.unfinished'))).toBe(true);
    stop.abort(new Error('stopping'));
    await expect(making).rejects.toThrow('stopping');
    expect(existsSync(join(home, 'data'))).toBe(false);
  });
});
