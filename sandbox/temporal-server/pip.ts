import { run } from '../process/run.ts';

const commands = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];

/** How pip is called here; `undefined` when no way works. */
export async function findPip(env: NodeJS.ProcessEnv): Promise<string[] | undefined> {
  for (const command of commands) {
    if ((await run([...command, '--version'], { env })).ok) return command;
  }
  return undefined;
}
