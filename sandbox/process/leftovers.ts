import { setTimeout as wait } from 'node:timers/promises';
import type { Report } from '../progress.ts';
import { identity } from './identity.ts';
import { forget, type PidRecord, stillRunning } from './pid-file.ts';
import { signalGroup, signalOne } from './signals.ts';

/**
 * Ends the processes that an earlier start left behind because it was itself killed. Only processes that the run folder
 * names and whose start time is the recorded one are touched, so a pid in use by something else is never signalled.
 */
export async function stopLeftovers(runDir: string, report: Report, grace = 10_000): Promise<void> {
  const leftovers = stillRunning(runDir);
  // One after the other, newest part first: a worker is not left without its database while it ends.
  for (const leftover of leftovers.sort((a, b) => b.pid - a.pid)) {
    report(`${leftover.name}: still running from an earlier start (process ${leftover.pid}), stopping it`);
    await end(leftover, grace);
    forget(runDir, leftover.name, leftover.pid);
  }
}

/** Kills at once all processes that the run folder names, also those that are not ready yet. */
export function killRecorded(runDir: string): void {
  for (const { pid } of stillRunning(runDir)) signalGroup(pid, 'SIGKILL');
}

async function end(leftover: PidRecord, grace: number): Promise<void> {
  const runs = () => identity(leftover.pid) === leftover.identity;
  signalOne(leftover.pid, leftover.stopSignal);
  for (const deadline = Date.now() + grace; runs() && Date.now() < deadline; ) await wait(50);
  if (!runs()) return;
  signalGroup(leftover.pid, 'SIGKILL');
  while (runs()) await wait(20);
}
