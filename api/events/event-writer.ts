import { once } from 'node:events';
import type { Response } from 'express';

/** Milliseconds a reader may let what is sent pile up before it is cut off; it resumes where it was. */
const DRAINS_WITHIN = 30_000;

/** The writing side of one stream of events. After it has ended, nothing is written any more. */
export type EventWriter = {
  /** Aborts when the stream is over, whoever ended it. */
  over: AbortSignal;
  /** Resolves when the reader can take more. Does nothing once the stream is over. */
  write(text: string): Promise<void>;
  end(): void;
};

/**
 * Begins a stream on an answer. Must be called before anything is awaited: a reader that leaves in the meantime is told of
 * once only. Its memory is bounded by one message, because a reader that takes nothing holds up its own reading.
 */
export function openWriter(res: Response, drainsWithin = DRAINS_WITHIN): EventWriter {
  const over = new AbortController();
  const end = () => {
    over.abort();
    res.end();
  };
  // A reader that is gone makes late writes fail; there is nobody left to be told.
  res.on('error', () => over.abort()).once('close', () => over.abort());
  if (res.closed) over.abort();

  async function write(text: string): Promise<void> {
    if (over.signal.aborted || res.write(text)) return;
    const slow = setTimeout(() => res.destroy(), drainsWithin);
    try {
      await once(res, 'drain', { signal: over.signal });
    } catch {
      // Over while waiting; the signal has told everybody.
    } finally {
      clearTimeout(slow);
    }
  }
  return { over: over.signal, write, end };
}
