import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../client/generated/types.gen.ts';
import { scheduledWords } from '../../../../web/order/pending/scheduled-words.ts';
import { anOrder } from '../../support/orders.ts';
import { aPendingChange, aSubscription } from '../../support/subscriptions.ts';

const scheduled = (effectiveDate: string | null): Order => {
  const order = anOrder({ state: 'scheduled', quantity: 3 });
  return { ...order, decision: order.decision && { ...order.decision, effectiveDate } };
};

describe('an order that holds only later', () => {
  it('is told with its day, what holds then and what holds until then', () => {
    expect(scheduledWords(scheduled('2027-01-01'), aSubscription())).toBe(
      'Accepted. From 1 Jan 2027 you have 3 agents in total; until then 5 agents.',
    );
  });

  it('is not told to leave all as it is where another change comes first', () => {
    const subscription = aSubscription({ pendingChanges: [aPendingChange({ effectiveDate: '2026-12-01' })] });
    expect(scheduledWords(scheduled('2027-01-01'), subscription)).toBe(
      'Accepted. From 1 Jan 2027 you have 3 agents in total; until then this order changes nothing.',
    );
    const itself = aPendingChange({ orderId: 'order-1', effectiveDate: '2027-01-01' });
    const later = aPendingChange({ effectiveDate: '2027-02-01' });
    expect(scheduledWords(scheduled('2027-01-01'), aSubscription({ pendingChanges: [itself, later] }))).toContain(
      'until then 5 agents.',
    );
  });

  it('is told to be accepted even where its day is not known, or there is no screen for its type', () => {
    expect(scheduledWords(scheduled(null), aSubscription())).toMatch(/^Accepted\. .* later; until then/);
    const { quantity: _, expectedCurrentQuantity: __, previousQuantity: ___, ...common } = anOrder();
    const cancel = { ...common, ...scheduled('2026-12-01'), type: 'cancel' } as Order;
    expect(scheduledWords(cancel, aSubscription())).toBe(
      'Accepted. It takes effect on 1 Dec 2026; until then it changes nothing.',
    );
  });
});
