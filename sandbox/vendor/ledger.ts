import { appendFile, closeSync, fdatasync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Entry } from './entry.ts';

const write = promisify(appendFile);
const sync = promisify(fdatasync);

export type Ledger = {
  /** What was found when it was opened. */
  readonly found: readonly Entry[];
  /** The end of the file that was cut off because its line was not whole, if there was one. */
  readonly cutOff: string | undefined;
  /** Takes the entry. It is on disk when the next `flushed()` resolves. */
  append(entry: Entry): void;
  /** Resolves when all that was appended is on disk. Rejects, now and ever after, when the disk once failed. */
  flushed(): Promise<void>;
};

/** Thrown when a whole line of the ledger is not an entry: going on without it could apply something twice. */
export class LedgerDamaged extends Error {
  override readonly name = 'LedgerDamaged';
}

/**
 * Opens the append-only ledger, one JSON line per entry, and makes it if there is none. A last line without its end was
 * being written when the process was killed, so nobody was told of it: it is cut off. Throws LedgerDamaged. Synchronous, so
 * that a server whose port is open already cannot be asked in between.
 */
export function openLedger(path: string): Ledger {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+');
  const content = readFileSync(path);
  const end = content.lastIndexOf('\n') + 1;
  const found = entries(content.toString('utf8', 0, end), path);
  if (end < content.length) ftruncateSync(file, end);
  fsyncSync(file);
  syncFolder(dirname(path));

  let waiting: string[] = [];
  let tail = Promise.resolve();
  // All that gathers while one write is being synced goes out with the next.
  const flush = async () => {
    const lines = waiting.join('');
    waiting = [];
    await write(file, lines);
    await sync(file);
  };

  return {
    found,
    cutOff: end < content.length ? content.toString('utf8', end) : undefined,
    append(entry) {
      if (waiting.push(`${JSON.stringify(entry)}\n`) === 1) tail = tail.then(flush);
    },
    flushed: () => tail,
  };
}

/** Makes the file's name durable, and not only what is in it. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function entries(text: string, path: string): Entry[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      try {
        return Entry.parse(JSON.parse(line));
      } catch (cause) {
        throw new LedgerDamaged(`Line ${index + 1} of ${path} is not an entry of the ledger.`, { cause });
      }
    });
}
