import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from '../process/run.ts';
import type { Kind } from './kinds.ts';

/**
 * Lets the SDK start a server that it has to download first, in a process of its own: the SDK's download cannot be
 * called off and waits for long on a network that drops packets, a process can be killed. Throws with the SDK's reason,
 * or when no new byte has come for `patience` milliseconds.
 */
export async function downloadWithSdk(
  kind: Kind,
  folder: string,
  signal?: AbortSignal,
  patience = 15_000,
): Promise<void> {
  const blocked = new AbortController();
  const watch = whenItStopsGrowing(folder, patience, () =>
    blocked.abort(new Error(`nothing came for ${patience / 1000} s`)),
  );
  try {
    const { ok, output } = await run(
      [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'sdk-download-main.ts'), kind, folder],
      {
        cwd: resolve(import.meta.dirname, '../..'),
        signal: signal ? AbortSignal.any([signal, blocked.signal]) : blocked.signal,
      },
    );
    if (!ok) throw new Error(output.trim());
  } finally {
    clearInterval(watch);
  }
}

function whenItStopsGrowing(folder: string, patience: number, tell: () => void): NodeJS.Timeout {
  let grown = { bytes: -1, at: Date.now() };
  return setInterval(() => {
    const bytes = bytesIn(folder);
    if (bytes > grown.bytes) grown = { bytes, at: Date.now() };
    else if (Date.now() - grown.at >= patience) tell();
  }, 100);
}

const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce(
    (sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
