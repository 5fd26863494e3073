import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { answers } from './answers.ts';
import { servers } from './kinds.ts';
import type { Step } from './resolve.ts';

/** The first executable on the PATH that answers and is not too old; others are said and passed over. */
export const onPath: Step = async ({ kind, env, report }) => {
  const { command, oldest, title } = servers[kind];
  for (const path of onEachFolder(env.PATH ?? '', command)) {
    const version = await answers(kind, path);
    if (version !== undefined && !olderThan(oldest, version))
      return { path, version, origin: `found on the PATH, ${path}` };
    const trouble = version === undefined ? 'does not answer' : `is version ${version}, older than ${oldest}`;
    report(`${title}: ${path} ${trouble}, looking further`);
  }
  return undefined;
};

const onEachFolder = (searchPath: string, command: string): string[] =>
  searchPath
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, command))
    .filter(mayBeRun);

const olderThan = (limit: string, version: string): boolean =>
  version.localeCompare(limit, 'en', { numeric: true }) < 0;

function mayBeRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
