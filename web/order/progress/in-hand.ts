import { inputsOf, type OrderRejection } from '../rejection/order-rejection.ts';

/** The order whose progress the screen shows. */
export type Followed = {
  orderId: string;
  /** From when on it counts as waiting, in milliseconds of this browser's clock. */
  since: number;
  /** Placed with this form; its entry has then done its work. */
  isOwn: boolean;
};

/** What the Order screen of one subscription has in hand. */
export type InHand = {
  followed: Followed | null;
  /** Orders that were followed to their end: an older answer that still lists them at work is not believed. */
  ended: readonly string[];
  /** The person has closed the window; the order goes on. */
  isClosed: boolean;
  rejection: OrderRejection | null;
  /** Rises when the form is to begin anew. */
  round: number;
};

export type Happening =
  | { type: 'sent' }
  | { type: 'accepted'; orderId: string; since: number }
  | { type: 'rejected'; rejection: OrderRejection; now: number }
  | { type: 'foundAtWork'; orderId: string; since: number }
  | { type: 'ended'; isDone: boolean }
  | { type: 'closed' }
  | { type: 'shown' }
  | { type: 'reconsidered' };

export const nothingInHand: InHand = { followed: null, ended: [], isClosed: false, rejection: null, round: 0 };

/** What the screen has in hand after something has happened. */
export function afterwards(inHand: InHand, happening: Happening): InHand {
  const { followed, ended, round } = inHand;
  switch (happening.type) {
    case 'sent':
      return { ...inHand, rejection: null, isClosed: false };
    case 'accepted': {
      const { orderId, since } = happening;
      return { ...inHand, followed: { orderId, since, isOwn: true } };
    }
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
    default:
      return happening satisfies never;
  }
}
