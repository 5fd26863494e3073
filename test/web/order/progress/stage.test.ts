import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../client/generated/types.gen.ts';
import { ApiFailure } from '../../../../web/api/failure.ts';
import type { Delivery } from '../../../../web/order/outbox/outbox.ts';
import { type Stage, stageOf } from '../../../../web/order/progress/stage.ts';
import { anOrder, request } from '../../support/orders.ts';

const followed = { orderId: 'order-1', since: 1, isOwn: true };
const silence = { order: undefined, isOutOfTouch: false };
const delivery: Delivery = { key: 'k', request, savedAt: 5, submittedAs: null, trouble: null, verdict: null };

const stages: { [S in Order['state']]: Stage['kind'] | null } = {
  inProgress: 'atWork',
  held: 'held',
  completed: 'completed',
  failed: null,
  cancelled: null,
  rejected: null,
  scheduled: null,
};

describe('the stage of an order', () => {
  it.each(Object.entries(stages))('in state %s is %s', (state, kind) => {
    const order = anOrder({ state: state as Order['state'] });
    expect(stageOf(undefined, followed, { order, isOutOfTouch: false })?.kind ?? null).toBe(kind);
  });

  it('is atWork while the followed order has not been read yet', () => {
    expect(stageOf(undefined, followed, silence)).toMatchObject({ kind: 'atWork', orderId: 'order-1', request: null });
  });

  it('is unanswered, then undecided, while the order is on its way', () => {
    expect(stageOf(delivery, null, silence)).toMatchObject({ kind: 'unanswered', orderId: null, since: 5 });
    const taken = { ...delivery, submittedAs: 'order-1' };
    expect(stageOf(taken, null, silence)).toMatchObject({ kind: 'undecided', orderId: 'order-1' });
  });

  it('is told as out of touch when the last attempt to hear of it failed', () => {
    expect(stageOf({ ...delivery, trouble: new ApiFailure({}) }, null, silence)?.isOutOfTouch).toBe(true);
    expect(stageOf(undefined, followed, { order: anOrder(), isOutOfTouch: true })?.isOutOfTouch).toBe(true);
  });

  it('is none when nothing is in hand', () => {
    expect(stageOf(undefined, null, silence)).toBeNull();
  });
});
