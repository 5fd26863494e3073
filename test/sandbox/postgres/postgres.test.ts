import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../../sandbox/ports.ts';
import { packagedBinaries, runnableBinaries } from '../../../sandbox/postgres/binaries.ts';
import { clusterHome } from '../../../sandbox/postgres/home.ts';
import { reachable } from '../../../sandbox/postgres/reachable.ts';
import { runAs } from '../../../sandbox/postgres/run-as.ts';
import { startPostgres } from '../../../sandbox/postgres/start.ts';
import { silent } from '../../../sandbox/progress.ts';
import { withClient } from '../../support/database.ts';
import { freshFolder } from '../../support/folder.ts';

const stranger = { name: 'stranger', uid: 65_533, gid: 65_533 };
const isRoot = process.getuid?.() === 0;

/** A folder that a stranger can get to, and one below it that only its owner can enter. */
function folders() {
  const open = freshFolder();
  chmodSync(open, 0o755);
  const closed = join(open, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  return { open, closed };
}

describe('whom Postgres runs as', () => {
  const users =
    (...names: string[]) =>
    (name: string) =>
      names.includes(name) ? { ...stranger, name } : undefined;

  it.each([
    { uid: 1000, names: ['postgres', 'nobody'], who: undefined },
    { uid: 0, names: ['postgres', 'nobody'], who: 'postgres' },
    { uid: 0, names: ['nobody'], who: 'nobody' },
  ])('for uid $uid on a machine with $names is $who', ({ uid, names, who }) => {
    expect(runAs(uid, users(...names))?.name).toBe(who);
  });

  it('for root on a machine with neither is told in one sentence', () => {
    expect(() => runAs(0, users())).toThrow(/cannot run as root/);
  });
});

describe('a folder', () => {
  it('can be reached when every folder above it lets the user through', () => {
    const { open, closed } = folders();
    expect(reachable(join(open, 'data'), stranger)).toBe(true);
    expect(reachable(join(closed, 'data'), stranger)).toBe(false);
    const { uid, gid } = statSync(closed);
    expect(reachable(join(closed, 'data'), { name: 'owner', uid, gid })).toBe(true);
  });
});

describe('the place of the cluster', () => {
  it('is below the data folder where that can be reached, and stays where it once was', () => {
    const { open } = folders();
    const home = clusterHome(open, undefined, []);
    expect(home).toBe(join(open, 'postgres'));
    expect(clusterHome(open, undefined, [])).toBe(home);
  });

  it.runIf(isRoot)('is elsewhere where the user Postgres runs as cannot get to the data folder (as root)', () => {
    const { open, closed } = folders();
    const elsewhere = join(open, 'elsewhere');
    expect(clusterHome(closed, stranger, [elsewhere])).toBe(elsewhere);
    expect(statSync(elsewhere).uid).toBe(stranger.uid);
    expect(clusterHome(closed, stranger, [])).toBe(elsewhere);
  });

  it('goes with the data folder when that is moved', () => {
    const root = freshFolder();
    mkdirSync(join(root, 'data'));
    clusterHome(join(root, 'data'), undefined, []);
    renameSync(join(root, 'data'), join(root, 'moved'));
    expect(clusterHome(join(root, 'moved'), undefined, [])).toBe(join(root, 'moved', 'postgres'));
  });

  it('that is gone is told, not replaced by an empty one', () => {
    const { open } = folders();
    rmSync(clusterHome(open, undefined, []), { recursive: true });
    expect(() => clusterHome(open, undefined, [])).toThrow(
      /The database in .*, which .*postgres\.location names, is gone/,
    );
  });

  it.runIf(isRoot)(
    'elsewhere is emptied for a data folder that was deleted, since the password went with it (as root)',
    () => {
      const { open, closed } = folders();
      const elsewhere = join(open, 'elsewhere');
      mkdirSync(join(elsewhere, 'data'), { recursive: true });
      clusterHome(closed, stranger, [elsewhere]);
      expect(existsSync(join(elsewhere, 'data'))).toBe(false);
      mkdirSync(join(elsewhere, 'data'));
      clusterHome(closed, stranger, [elsewhere]);
      expect(existsSync(join(elsewhere, 'data'))).toBe(true);
    },
  );

  it('that cannot be made anywhere is told in one sentence', () => {
    const { open } = folders();
    writeFileSync(join(open, 'postgres'), 'in the way');
    expect(() => clusterHome(open, undefined, [])).toThrow(/There is no folder in which Postgres can keep its data/);
  });
});

describe('the binaries', () => {
  it('for a platform that npm brought none for are missing in one sentence', () => {
    expect(() => packagedBinaries('sunos', 's390')).toThrow(/There is no Postgres for this platform/);
  });

  it('get back the links that npm leaves out when it runs no install scripts', () => {
    const root = freshFolder();
    cpSync(packagedBinaries(), join(root, 'native'), { recursive: true, verbatimSymlinks: true });
    const link = join(root, 'native', 'lib', 'libpq.so.5');
    rmSync(link, { force: true });
    runnableBinaries(join(root, 'native'), root, undefined);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(existsSync(link)).toBe(true);
  });

  it('are copied once for a user who cannot get to them', () => {
    const { open, closed } = folders();
    const packaged = join(closed, 'native');
    cpSync(packagedBinaries(), packaged, { recursive: true, verbatimSymlinks: true });
    cpSync(join(packagedBinaries(), '..', 'package.json'), join(closed, 'package.json'));
    // As npm leaves it where the umask is strict.
    chmodSync(join(packaged, 'share', 'postgresql', 'postgres.bki'), 0o600);
    const copy = runnableBinaries(packaged, join(open, 'home'), stranger);
    expect(statSync(join(copy, 'share', 'postgresql', 'postgres.bki')).mode & 0o777).toBe(0o644);
    expect(reachable(join(copy, 'bin', 'postgres'), stranger)).toBe(true);
    writeFileSync(join(copy, 'mark'), '');
    expect(runnableBinaries(packaged, join(open, 'home'), stranger)).toBe(copy);
    expect(existsSync(join(copy, 'mark'))).toBe(true);
  });
});

describe('Postgres', () => {
  it('starts below a folder that only its owner can enter, survives a half-made cluster, and keeps its data', async () => {
    const { open, closed } = folders();
    const dataDir = join(closed, 'data');
    mkdirSync(dataDir);
    // Where root may not keep the cluster below the closed folder, it goes to a place that this test cleans up.
    const home = join(open, 'cluster');
    mkdirSync(join(home, 'data.unfinished'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.location'), home);
    const start = async () =>
      startPostgres({ dataDir, port: await freePort(), logFile: join(open, 'postgres.log'), report: silent });

    const first = await start();
    await query(first.url, 'create table kept (n int)');
    await query(first.url, 'insert into kept values (7)');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(await query(second.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    await second.stop();
  });
});

const query = async (url: string, text: string): Promise<unknown[]> =>
  (await withClient(url, (client) => client.query(text))).rows;
