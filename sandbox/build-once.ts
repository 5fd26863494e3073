import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Builds something again only when a file that it is made of has changed since. `inputs` are files and folders. */
export async function buildOnce(
  { inputs, output }: { inputs: readonly string[]; output: string },
  build: () => Promise<void>,
): Promise<'built' | 'unchanged'> {
  const note = `${output}.inputs`;
  const digest = digestOf(inputs);
  if (existsSync(output) && existsSync(note) && readFileSync(note, 'utf8') === digest) return 'unchanged';
  // A build that is killed half-way must not pass for one of the inputs noted before.
  rmSync(note, { force: true });
  await build();
  writeFileSync(note, digest);
  return 'built';
}

function digestOf(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn).sort()) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
