import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const window = 16_384;

/** The last lines that were written to the log after the given byte, without blank ones. */
export function logTail(file: string, from = 0, lines = 12): string[] {
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    const start = Math.max(from, size - window);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    const read = readSync(fd, buffer, 0, buffer.length, start);
    return buffer
      .toString('utf8', 0, read)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-lines);
  } finally {
    closeSync(fd);
  }
}
