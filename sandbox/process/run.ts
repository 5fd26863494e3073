import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { signalGroup } from './signals.ts';

type RunOptions = { env?: NodeJS.ProcessEnv; cwd?: string; timeout?: number; signal?: AbortSignal | undefined };

/**
 * Runs a command to its end and gives what it wrote; one that cannot be run at all is not ok either. It has a process
 * group of its own, out of reach of the terminal's Ctrl-C, and is killed with all it has started when its timeout, in
 * milliseconds, is over or the signal calls it off. Throws the signal's reason then.
 */
export async function run(
  [program = '', ...args]: string[],
  options: RunOptions = {},
): Promise<{ ok: boolean; output: string }> {
  const { signal } = options;
  signal?.throwIfAborted();
  const result = await toItsEnd(program, args, options);
  signal?.throwIfAborted();
  return result;
}

async function toItsEnd(program: string, args: string[], { env = process.env, cwd, timeout, signal }: RunOptions) {
  try {
    const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const kill = () => void (child.pid && signalGroup(child.pid, 'SIGKILL'));
    const timer = timeout === undefined ? undefined : setTimeout(kill, timeout);
    signal?.addEventListener('abort', kill);
    const result = await ended(child);
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
    return result;
  } catch (error) {
    // Some commands that cannot be run spawn does not report but throw.
    return { ok: false, output: String(error) };
  }
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>) {
  const code = new Promise<number | null>((resolve) => child.once('error', () => resolve(null)).once('close', resolve));
  const written = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { ok: (await code) === 0, output: written.join('\n') };
}
