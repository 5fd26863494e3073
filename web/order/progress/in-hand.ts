import type { Order, PendingChange } from '../../../client/generated/types.gen.ts';
import { inputsOf, type OrderRejection } from '../rejection/order-rejection.ts';

/** The order whose progress the screen shows. */
export type Followed = {
  orderId: string;
  /** From when on it counts as waiting, in milliseconds of this browser's clock. */
  since: number;
  /** Placed with this form; its entry has then done its work. */
  isOwn: boolean;
};

/** What has just become of an order that leads to no other window. */
export type Notice = { kind: 'scheduled'; order: Order } | { kind: 'takenBack'; change: PendingChange };

/** What the Order screen of one subscription has in hand. */
export type InHand = {
  followed: Followed | null;
  /** Orders that were followed to their end: an older answer that still lists them at work is not believed. */
  ended: readonly string[];
  /** The person has closed the window; the order goes on. */
  isClosed: boolean;
  rejection: OrderRejection | null;
  notice: Notice | null;
  /** Rises when the form is to begin anew. */
  round: number;
};

export type Happening =
  | { type: 'sent' }
  | { type: 'accepted'; orderId: string; since: number }
  | { type: 'scheduled'; order: Order }
  | { type: 'takenBack'; change: PendingChange }
  | { type: 'rejected'; rejection: OrderRejection; now: number }
  | { type: 'foundAtWork'; orderId: string; since: number }
  | { type: 'ended'; isDone: boolean }
  | { type: 'closed' }
  | { type: 'shown' }
  | { type: 'reconsidered' }
  | { type: 'noticed' };

export const nothingInHand: InHand = {
  followed: null,
  ended: [],
  isClosed: false,
  rejection: null,
  notice: null,
  round: 0,
};

/** What the screen has in hand after something has happened. */
export function afterwards(inHand: InHand, happening: Happening): InHand {
  const { followed, ended, round } = inHand;
  switch (happening.type) {
    case 'sent':
      return { ...inHand, rejection: null, notice: null, isClosed: false };
    case 'accepted': {
      const { orderId, since } = happening;
      return { ...inHand, followed: { orderId, since, isOwn: true } };
    }
    case 'scheduled':
      // There is nothing to wait for, and the entry has done its work.
      return { ...inHand, notice: { kind: 'scheduled', order: happening.order }, round: round + 1 };
    case 'takenBack':
      return { ...inHand, notice: { kind: 'takenBack', change: happening.change } };
    case 'rejected': {
      const { rejection, now } = happening;
      const inTheWay = inputsOf(rejection, 'ORDER_IN_PROGRESS')?.orderAtWork;
      const next = typeof inTheWay === 'string' ? { orderId: inTheWay, since: now, isOwn: false } : null;
      return { ...inHand, rejection, followed: next, isClosed: false };
    }
    case 'foundAtWork': {
      const { orderId, since } = happening;
      if (followed || ended.includes(orderId)) return inHand;
      return { ...inHand, followed: { orderId, since, isOwn: false }, isClosed: false };
    }
    case 'ended':
      if (!followed) return inHand;
      return {
        ...inHand,
        followed: null,
        ended: [...ended, followed.orderId],
        isClosed: false,
        // What could not be done may be corrected and sent again, so only what is done clears the form.
        round: followed.isOwn && happening.isDone ? round + 1 : round,
      };
    case 'closed':
      return { ...inHand, isClosed: true };
    case 'shown':
      return { ...inHand, isClosed: false };
    case 'reconsidered':
      return { ...inHand, rejection: null };
    case 'noticed':
      return { ...inHand, notice: null };
    default:
      return happening satisfies never;
  }
}
