import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { keep } from './cache.ts';
import { downloadWithSdk } from './download-with-sdk.ts';
import { servers } from './kinds.ts';
import type { Executable, Search } from './resolve.ts';

/** Brings the server's executable into the folder, under any name; throws when it cannot or the signal calls it off. */
export type Download = (kind: Search['kind'], folder: string, signal?: AbortSignal) => Promise<void>;

/**
 * The download that Temporal's SDK has built in. Machines that may not reach its address are common, so a failure is
 * only said in a line of progress and the next place is asked.
 */
export async function sdkDownload(
  search: Search,
  download: Download = downloadWithSdk,
): Promise<Executable | undefined> {
  const { title, command } = servers[search.kind];
  search.report(`${title}: trying the Temporal SDK's own download`);
  try {
    const kept = await keep(search, async (folder) => {
      const downloads = join(folder, 'downloads');
      mkdirSync(downloads);
      await download(search.kind, downloads, search.signal);
      const [file] = readdirSync(downloads);
      if (file === undefined) throw new Error('it left no file');
      renameSync(join(downloads, file), join(folder, command));
      chmodSync(join(folder, command), 0o755);
      rmSync(downloads, { recursive: true });
    });
    return { ...kept, origin: `downloaded by Temporal's SDK into ${kept.path}` };
  } catch (error) {
    if (error instanceof StartError || search.signal?.aborted) throw error;
    search.report(`${title}: that download is not to be had here (${inShort(error)}), looking further`);
    return undefined;
  }
}

const inShort = (error: unknown): string => {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.length <= 100 ? reason : `…${reason.slice(-100)}`;
};
