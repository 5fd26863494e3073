import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from '../make-folder.ts';
import { StartError } from '../start-error.ts';
import { type Launched, launch } from './launch.ts';
import { logTail } from './log-tail.ts';
import { forget, remember } from './pid-file.ts';
import { type StopSignal, signalGroup, signalOne } from './signals.ts';
import { within } from './within.ts';

export interface ProcessSpec {
  /** How messages call it. */
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  /** Takes what it writes to stdout and stderr; appended to. */
  logFile: string;
  /** Where its pid is kept, so that the next start finds it should this process be killed. */
  runDir?: string | undefined;
  /** Asks whether it serves; called again until it says yes. Throwing ends the start. */
  ready: () => Promise<boolean>;
  /** Milliseconds it may take to get ready. */
  readyWithin?: number;
  stopSignal?: StopSignal;
  /** Milliseconds between the stop signal and SIGKILL. */
  grace?: number;
  /** Calls the start off; the process is stopped then. */
  signal?: AbortSignal | undefined;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface RunningProcess {
  name: string;
  pid: number;
  logFile: string;
  /** Resolves when it has ended, whoever ended it. */
  exited: Promise<Exit>;
  /** The last lines of its log, of this run only. */
  lastLines(): string[];
  /** Asks it to end, kills it after the grace; resolves when it is gone. Safe to call again. */
  stop(): Promise<void>;
  /** Sends the signal (SIGKILL unless said otherwise) to it and all it started, and returns at once. */
  kill(signal?: NodeJS.Signals): void;
}

/**
 * Starts a process in a process group of its own, so that Ctrl-C on the terminal does not reach it, and resolves when it
 * is ready. Throws a StartError when it cannot be run, and with the last lines of its log when it ends early or is not
 * ready in time; throws the signal's reason when that calls the start off. Nothing is left running then.
 */
export async function startProcess(spec: ProcessSpec): Promise<RunningProcess> {
  spec.signal?.throwIfAborted();
  makeFolder(dirname(spec.logFile));
  const logStart = statSync(spec.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const running = watched(await launch(spec), spec, logStart);
  try {
    await untilReady(running, spec);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function watched(child: Launched, spec: ProcessSpec, logStart: number): RunningProcess {
  const exited = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const { pid } = child;
  const stopSignal = spec.stopSignal ?? 'SIGTERM';
  if (spec.runDir) remember(spec.runDir, { name: spec.name, pid, stopSignal });
  const gone = exited.then(() => {
    if (spec.runDir) forget(spec.runDir, spec.name, pid);
  });

  return {
    name: spec.name,
    pid,
    logFile: spec.logFile,
    exited,
    lastLines: () => logTail(spec.logFile, logStart),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return gone;
      signalOne(pid, stopSignal);
      await within(spec.grace ?? 10_000, gone);
      signalGroup(pid, 'SIGKILL');
      return gone;
    },
    kill: (signal = 'SIGKILL') => signalGroup(pid, signal),
  };
}

async function untilReady(running: RunningProcess, spec: ProcessSpec): Promise<void> {
  const milliseconds = spec.readyWithin ?? 60_000;
  let over = false;
  const answer = await within(milliseconds, Promise.race([saysReady(), running.exited]));
  over = true;
  if (answer === 'late') throw failed(running, `${spec.name} is not ready after ${milliseconds / 1000} s.`);
  if (answer !== 'ready') throw failed(running, `${spec.name} ended while it was starting (${how(answer)}).`);

  async function saysReady(): Promise<'ready'> {
    while (!(await spec.ready()) && !over) {
      spec.signal?.throwIfAborted();
      await wait(50);
    }
    return 'ready';
  }
}

function failed(running: RunningProcess, sentence: string): StartError {
  const lines = running.lastLines();
  const tail =
    lines.length === 0 ? 'It wrote nothing.' : `Its last lines:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  return new StartError(sentence, `Its log is ${running.logFile}. ${tail}`);
}

/** An exit in words: `exit code 1` or `SIGKILL`. */
export const how = ({ code, signal }: Exit): string => signal ?? `exit code ${code}`;
