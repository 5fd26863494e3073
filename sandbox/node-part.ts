import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './builds.ts';
import { logTail } from './process/log-tail.ts';
import type { ProcessSpec } from './process/start-process.ts';

/** A part of Changeover that runs as a Node process of its own, and the sign by which it is ready. */
export type NodePart = {
  name: string;
  /** Entry point, from the project's folder. */
  entry: string;
  /** Beside the variables of this process; an undefined one is taken away. */
  env: Readonly<Record<string, string | undefined>>;
  /** A line of its log, or an address that answers 2xx. */
  readyWhen: { says: RegExp } | { answers: string };
};

/** How to start a part, with its log and its pid in the data folder. */
export function nodePart({ name, entry, env, readyWhen }: NodePart, dataDir: string): () => ProcessSpec {
  const logFile = join(dataDir, 'logs', `${name}.log`);
  // Made anew for each start: what an earlier run of the part has said does not count.
  return () => ({
    name,
    command: process.execPath,
    args: ['--import', 'tsx', join(projectDir, entry)],
    cwd: projectDir,
    env: { ...process.env, ...env },
    logFile,
    runDir: join(dataDir, 'run'),
    readyWithin: 60_000,
    ready: 'says' in readyWhen ? saysSince(logFile, readyWhen.says) : () => answersOk(readyWhen.answers),
  });
}

function saysSince(logFile: string, words: RegExp): () => Promise<boolean> {
  const start = sizeOf(logFile);
  // The words may be followed by many lines before anybody looks.
  return async () => logTail(logFile, start, 1_000).some((line) => words.test(line));
}

async function answersOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Refused or too slow: not ready yet.
    return false;
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
