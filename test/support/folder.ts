import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the tests of its file are over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'changeover-folder-'));
  made.push(folder);
  return folder;
}

/** A file that may be run as far as its mode goes, but is for no machine; returns its path. */
export function notAProgram(): string {
  const file = join(freshFolder(), 'not-a-program');
  writeFileSync(file, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), { mode: 0o755 });
  return file;
}

/** Writes a shell script that can be run as a command; returns its path. */
export function script(path: string, lines: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}
