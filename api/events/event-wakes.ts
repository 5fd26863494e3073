import { EventEmitter } from 'node:events';
import type { Database } from '../../db/client.ts';
import { onEvents } from '../../db/events.ts';

/** Tells live readers of this process that there may be something new. */
export type EventWakes = {
  /** `end` is called once, when the process stops serving; the result ends the subscription. */
  subscribe(wake: () => void, end: () => void): () => void;
  close(): Promise<void>;
};

/** A lost notification delays an event by this and no more. */
const POLL_EVERY_MS = 2_000;

/** One listening connection and one timer for all readers of the process. */
export async function watchEvents(database: Database): Promise<EventWakes> {
  const emitter = new EventEmitter().setMaxListeners(0);
  const wake = () => emitter.emit('wake');
  const listening = await onEvents(database, wake);
  const polling = setInterval(wake, POLL_EVERY_MS);
  return {
    subscribe(listener, end) {
      emitter.on('wake', listener).on('end', end);
      return () => void emitter.off('wake', listener).off('end', end);
    },
    async close() {
      emitter.emit('end');
      clearInterval(polling);
      await listening.stop();
    },
  };
}
