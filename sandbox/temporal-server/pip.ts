import { run } from '../process/run.ts';

const commands = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];

/** Milliseconds until a pip that does not even say its version counts as none. */
const patience = 20_000;

/** How pip is called here; `undefined` when no way works. */
export async function findPip(env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<string[] | undefined> {
  for (const command of commands) {
    if ((await run([...command, '--version'], { env, timeout: patience, signal })).ok) return command;
  }
  return undefined;
}
