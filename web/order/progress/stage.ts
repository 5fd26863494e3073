import type { Order, OrderRequest, SubmittedOrder } from '../../../client/generated/types.gen.ts';
import type { Delivery } from '../outbox/outbox.ts';
import type { Followed } from './in-hand.ts';

/** How far the order in hand has come, as the progress window tells it. */
export type Stage = {
  kind: 'unanswered' | 'undecided' | 'atWork' | 'held' | 'completed';
  /** Null until the API has named it. */
  orderId: string | null;
  /** Null until it has been read. */
  request: OrderRequest | null;
  since: number;
  /** The last attempt to hear of it failed; it is repeated. */
  isOutOfTouch: boolean;
};

type Heard = { order: Order | SubmittedOrder | undefined; isOutOfTouch: boolean };

/** Null when nothing is in hand, or what was has ended in another way than by being completed. */
export function stageOf(delivery: Delivery | undefined, followed: Followed | null, heard: Heard): Stage | null {
  if (delivery) {
    const { submittedAs, request, savedAt, trouble } = delivery;
    return {
      kind: submittedAs === null ? 'unanswered' : 'undecided',
      orderId: submittedAs,
      request,
      since: savedAt,
      isOutOfTouch: trouble !== null,
    };
  }
  if (!followed) return null;
  const { order, isOutOfTouch } = heard;
  const kind = kindOf(order?.state);
  const request = order && order.state !== 'submitted' ? order : null;
  return kind && { kind, orderId: followed.orderId, request, since: followed.since, isOutOfTouch };
}

function kindOf(state: Order['state'] | 'submitted' | undefined): Stage['kind'] | null {
  switch (state) {
    case undefined:
    case 'inProgress':
      return 'atWork';
    case 'submitted':
      return 'undecided';
    case 'held':
      return 'held';
    case 'completed':
      return 'completed';
    case 'rejected':
    case 'scheduled':
    case 'failed':
    case 'cancelled':
      return null;
    default:
      return state satisfies never;
  }
}
