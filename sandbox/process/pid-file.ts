import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../make-folder.ts';
import { identity } from './identity.ts';

const Record = z.object({
  name: z.string(),
  pid: z.number().int().positive(),
  identity: z.string(),
  stopSignal: z.enum(['SIGTERM', 'SIGINT']),
});

export type PidRecord = z.infer<typeof Record>;

/** Keeps a started process in the run folder, with its start time. One that has ended already is not kept. */
export function remember(runDir: string, { name, pid, stopSignal }: Omit<PidRecord, 'identity'>): void {
  const started = identity(pid);
  if (started === undefined) return;
  makeFolder(runDir);
  const file = fileOf(runDir, name);
  // Renamed into place, so that a kill at this moment leaves no half-written record.
  writeFileSync(`${file}.new`, JSON.stringify({ name, pid, identity: started, stopSignal } satisfies PidRecord));
  renameSync(`${file}.new`, file);
}

/** Drops the record of a process, unless the name belongs to a newer process by now. */
export function forget(runDir: string, name: string, pid: number): void {
  if (read(fileOf(runDir, name))?.pid === pid) rmSync(fileOf(runDir, name), { force: true });
}

/** The processes that the run folder knows and that are really still running; other records are dropped. */
export function stillRunning(runDir: string): PidRecord[] {
  makeFolder(runDir);
  const files = readdirSync(runDir).filter((file) => file.endsWith('.pid.json'));
  return files.flatMap((file) => {
    const record = read(join(runDir, file));
    if (record && identity(record.pid) === record.identity) return [record];
    rmSync(join(runDir, file), { force: true });
    return [];
  });
}

const fileOf = (runDir: string, name: string): string =>
  join(runDir, `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pid.json`);

function read(file: string): PidRecord | undefined {
  try {
    return Record.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
