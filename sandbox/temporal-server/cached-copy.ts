import { existsSync } from 'node:fs';
import { answers } from './answers.ts';
import { cachedPath, cacheRoots } from './cache.ts';
import { servers } from './kinds.ts';
import type { Step } from './resolve.ts';

/** A copy that an earlier start downloaded, if it still answers. */
export const cachedCopy: Step = async (search) => {
  const { kind, report } = search;
  for (const path of cacheRoots(search).map((root) => cachedPath(root, kind))) {
    if (!existsSync(path)) continue;
    const version = await answers(kind, path);
    if (version !== undefined) return { path, version, origin: `cached copy, ${path}` };
    report(`${servers[kind].title}: the cached copy ${path} does not answer, looking further`);
  }
  return undefined;
};
