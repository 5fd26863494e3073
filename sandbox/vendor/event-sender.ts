import { setTimeout as wait } from 'node:timers/promises';
import type { Occurred } from './entry.ts';
import { sendSignedEvent } from './signed-event.ts';
import type { Vendor } from './vendor.ts';

/** Where Changeover takes the vendor's events, and what they are signed with. */
export type EventReceiver = {
  url: string;
  secret: string;
  /** Milliseconds from the first try to the second; each further pause is twice the one before. Default 1000. */
  firstPauseMs?: number;
};

export type EventSender = ReturnType<typeof createEventSender>;

const TRIES = 6;

/** Tells Changeover what happened at the vendor; without a receiver, nobody. */
export function createEventSender({ vendor, receiver }: { vendor: Vendor; receiver: EventReceiver | undefined }) {
  const onTheWay = new Set<string>();

  async function deliver(occurred: Occurred, { firstPauseMs = 1000, ...to }: EventReceiver): Promise<void> {
    onTheWay.add(occurred.eventId);
    for (let tried = 0, why = ''; ; tried += 1) {
      if (tried === TRIES) {
        console.error(
          `Changeover did not take the event ${occurred.eventId} (${why}); it is sent again with the next.`,
        );
        break;
      }
      // An event that is never taken does not keep the process.
      if (tried > 0) await wait(firstPauseMs * 2 ** (tried - 1), undefined, { ref: false });
      why = await refused(occurred, to);
      if (why !== '') continue;
      await vendor.delivered(occurred.eventId);
      break;
    }
    onTheWay.delete(occurred.eventId);
  }

  return {
    /** Begins to send what Changeover has not taken yet. Each event is tried six times, and again with the next event or at the next start. */
    sendUndelivered(): void {
      if (!receiver) return;
      for (const occurred of vendor.undelivered()) {
        if (!onTheWay.has(occurred.eventId)) void deliver(occurred, receiver).catch(console.error);
      }
    },
  };
}

/** Why Changeover did not take it; empty when it did. */
async function refused(occurred: Occurred, to: EventReceiver): Promise<string> {
  try {
    const answer = await sendSignedEvent({ ...to, id: occurred.eventId, event: eventOf(occurred) });
    const body = await answer.text();
    return answer.ok ? '' : `answered ${answer.status} ${body.slice(0, 300)}`.trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function eventOf({ tenant, vendor, at, subscriptionId, ...occurrence }: Occurred): object {
  const data =
    occurrence.type === 'activated' ? { activatedBy: occurrence.activatedBy } : { quantity: occurrence.quantity };
  return { tenant, vendor, type: occurrence.type, effectiveAt: at, data: { subscriptionId, ...data } };
}
