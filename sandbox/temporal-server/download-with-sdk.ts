import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { signalGroup } from '../process/signals.ts';
import type { Download } from './sdk-download.ts';

/** Milliseconds without a new byte until the download counts as blocked. */
const patience = 15_000;

/**
 * Lets the SDK start a server that it has to download first, in a process of its own: the SDK's download cannot be
 * called off and waits for long on a network that drops packets, a process can be killed. Throws with the SDK's reason.
 */
export const downloadWithSdk: Download = async (kind, folder) => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'sdk-download-main.ts'), kind, folder],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  const reason = text(child.stderr);
  let exit: number | undefined;
  child.once('exit', (code) => {
    exit = code ?? 1;
  });

  let grown = { bytes: -1, at: Date.now() };
  while (exit === undefined && Date.now() - grown.at < patience) {
    await wait(100);
    const bytes = bytesIn(folder);
    if (bytes > grown.bytes) grown = { bytes, at: Date.now() };
  }
  if (exit === 0) return;
  if (exit === undefined && child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
  throw new Error(exit === undefined ? `nothing came for ${patience / 1000} s` : (await reason).trim());
};

const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce(
    (sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
