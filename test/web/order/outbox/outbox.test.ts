import { describe, expect, it } from 'vitest';
import type { Order, SubmittedOrder } from '../../../../client/generated/types.gen.ts';
import { ApiFailure } from '../../../../web/api/failure.ts';
import type { KeptOrder } from '../../../../web/order/outbox/kept-orders.ts';
import { createOutbox } from '../../../../web/order/outbox/outbox.ts';
import { aFailure, anOrder, request } from '../../support/orders.ts';

type Answer = Order | SubmittedOrder | ApiFailure;

/** An outbox whose API gives these answers in turn, and whose tab has kept these orders. */
function outboxWith(answers: Answer[], keptBefore: KeptOrder[] = []) {
  const kept = new Map(keptBefore.map((order) => [order.request.subscriptionId, order]));
  const posted: string[] = [];
  const pauses: number[] = [];
  let keys = 0;
  const outbox = createOutbox({
    kept: {
      all: () => [...kept.values()],
      keep: (order) => kept.set(order.request.subscriptionId, order),
      drop: (subscriptionId) => kept.delete(subscriptionId),
    },
    async post(key) {
      posted.push(key);
      const answer = answers.shift();
      if (answer === undefined) return new Promise(() => {});
      if (answer instanceof ApiFailure) throw answer;
      return answer;
    },
    async pause(fruitless) {
      pauses.push(fruitless);
    },
    newKey: () => `key-${++keys}`,
    now: () => 1_000,
  });
  return { outbox, kept, posted, pauses, delivery: () => outbox.deliveryFor(request.subscriptionId) };
}

const submitted: SubmittedOrder = { id: 'order-1', state: 'submitted' };
const unavailable = aFailure({ status: 503, code: 'TEMPORARILY_UNAVAILABLE' });
const unreachable = new ApiFailure({});

describe('the outbox', () => {
  it('keeps an order before it is answered, with the time of its Save', () => {
    const { outbox, kept } = outboxWith([]);
    outbox.send(request);
    expect(kept.get('sub-1')).toEqual({ key: 'key-1', request, savedAt: 1_000 });
  });

  it('sends an order with one key until there is a verdict, and waits longer each time nothing answers', async () => {
    const { outbox, posted, pauses, delivery } = outboxWith([unreachable, unavailable, unreachable, anOrder()]);
    outbox.send(request);
    await expect.poll(() => delivery()?.verdict).toEqual({ accepted: anOrder() });
    expect(posted).toEqual(['key-1', 'key-1', 'key-1', 'key-1']);
    expect(pauses).toEqual([1, 2, 3]);
  });

  it('asks on, without growing pauses, while the API has taken the order but not decided', async () => {
    const { outbox, posted, pauses, delivery } = outboxWith([unreachable, submitted, submitted]);
    outbox.send(request);
    await expect.poll(() => posted).toHaveLength(4);
    expect(pauses).toEqual([1, 0, 0]);
    expect(delivery()).toMatchObject({ submittedAs: 'order-1', trouble: null, verdict: null });
  });

  it('takes a rejection for a verdict and does not repeat it', async () => {
    const rejection = aFailure({ code: 'NO_CHANGE' });
    const { outbox, posted, delivery } = outboxWith([rejection]);
    outbox.send(request);
    await expect.poll(() => delivery()?.verdict).toEqual({ rejected: rejection });
    expect(posted).toEqual(['key-1']);
  });

  it('keeps an order until its verdict is settled, and no longer', async () => {
    const { outbox, kept, delivery } = outboxWith([anOrder()]);
    outbox.send(request);
    await expect.poll(() => delivery()?.verdict).toBeTruthy();
    expect(kept.size).toBe(1);
    outbox.settle('sub-1');
    expect(kept.size).toBe(0);
    expect(delivery()).toBeUndefined();
  });

  it('sends with its old key what an earlier page has kept', async () => {
    const { outbox, posted, delivery } = outboxWith([anOrder()], [{ key: 'old-key', request, savedAt: 1 }]);
    outbox.start();
    await expect.poll(() => delivery()?.verdict).toEqual({ accepted: anOrder() });
    expect(posted).toEqual(['old-key']);
  });

  it('keeps an order that was refused for want of a valid token, for the next sign-in', async () => {
    const { outbox, kept, posted, delivery } = outboxWith([aFailure({ status: 401 }), anOrder()]);
    outbox.send(request);
    await expect.poll(() => posted).toHaveLength(1);
    expect(delivery()?.verdict).toBeNull();
    expect(kept.size).toBe(1);
    outbox.start();
    await expect.poll(() => delivery()?.verdict).toEqual({ accepted: anOrder() });
    expect(posted).toEqual(['key-1', 'key-1']);
  });

  it('gives each confirmed order a key of its own', async () => {
    const { outbox, posted, delivery } = outboxWith([aFailure({ code: 'CONFIRM_TOTAL' }), anOrder()]);
    outbox.send(request);
    await expect.poll(() => delivery()?.verdict).toBeTruthy();
    outbox.settle('sub-1');
    outbox.send({ ...request, confirmedTotal: 6 });
    await expect.poll(() => delivery()?.verdict).toBeTruthy();
    expect(posted).toEqual(['key-1', 'key-2']);
  });
});
