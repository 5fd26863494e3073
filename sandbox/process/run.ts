import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { signalGroup } from './signals.ts';

/**
 * Runs a command to its end and gives what it wrote; one that cannot be run at all is not ok either. With a timeout in
 * milliseconds it is killed then, and has a process group of its own, out of reach of the terminal's Ctrl-C.
 */
export async function run(
  [program = '', ...args]: string[],
  { env = process.env, timeout }: { env?: NodeJS.ProcessEnv; timeout?: number } = {},
): Promise<{ ok: boolean; output: string }> {
  try {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: timeout !== undefined });
    return await ended(child, timeout);
  } catch (error) {
    // What is no program of this machine, spawn does not report but throw.
    return { ok: false, output: String(error) };
  }
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>, timeout: number | undefined) {
  const { pid } = child;
  const timer = timeout && pid ? setTimeout(() => signalGroup(pid, 'SIGKILL'), timeout) : undefined;
  const code = new Promise<number | null>((resolve) => child.once('error', () => resolve(null)).once('close', resolve));
  const written = await Promise.all([text(child.stdout), text(child.stderr)]);
  const ok = (await code) === 0;
  clearTimeout(timer);
  return { ok, output: written.join('\n') };
}
