import { Context } from '@temporalio/activity';

/** Below the heartbeat time-out by enough to miss some, short enough that who takes an order back is heard, and long enough that a prompt vendor costs none. */
const HEARTBEAT_EVERY_MS = 2_000;

/** Lets Temporal know that the work goes on, and hear that it is no longer wanted. */
export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const beating = setInterval(() => context.heartbeat(), HEARTBEAT_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
