import { describe, expect, it } from 'vitest';
import { placeOrder } from '../../domain/place-order.ts';
import type { World } from '../../domain/world.ts';
import { decisionInput, type Given, pendingChange } from './decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';

function placed(given: Given): { before: World; after: World } {
  const { order, subscription, facts, today: date, product, policy } = decisionInput(given);
  const before: World = { date, subscription, facts };
  return { before, after: placeOrder(before, { orderId: 'new', order, product, policy }).world };
}

const annual = (given: Given): Given => ({ of: groupwareAnnual, today: '2026-12-10', ...given });
const ids = (changes: readonly { orderId: string }[]) => changes.map(({ orderId }) => orderId);
const decrease = pendingChange('fewer', '2027-01-01', { quantity: 18 }, '2026-12-05');
const archive = pendingChange(
  'archive',
  '2027-02-01',
  { type: 'changeOptions', options: [{ optionId: 'archive', quantity: 3 }] },
  '2027-02-01',
);

describe('an order that is placed', () => {
  it('changes nothing when it is rejected', () => {
    const { before, after } = placed(annual({ order: { quantity: 20 } }));
    expect(after).toBe(before);
  });

  it('changes the subscription when it holds at once, and is not pending', () => {
    const { before, after } = placed(annual({ order: { quantity: 25 } }));
    expect(after).toEqual({
      date: '2026-12-10',
      subscription: { ...before.subscription, quantity: 25 },
      facts: { ...before.facts, lastIncreaseDate: '2026-12-10' },
    });
  });

  it('is pending when it holds later, and changes nothing yet', () => {
    const { before, after } = placed(annual({ order: { quantity: 18 } }));
    expect(after.subscription).toEqual(before.subscription);
    expect(after.facts).toEqual({
      ...before.facts,
      pendingChanges: [
        expect.objectContaining({ orderId: 'new', decisionDate: '2026-12-10', effectiveDate: '2027-01-01' }),
      ],
    });
  });

  it('takes its place among what is pending, by date', () => {
    const facts = { pendingChanges: [decrease, archive] };
    const order = {
      type: 'changeOptions',
      options: [{ optionId: 'mail', quantity: 12 }],
      requestedStartDate: '2027-01-15',
    } as const;
    expect(ids(placed(annual({ facts, order })).after.facts.pendingChanges)).toEqual(['fewer', 'new', 'archive']);
  });

  it('drops what it takes back, and keeps the rest', () => {
    const facts = { pendingChanges: [decrease, archive] };
    const { after } = placed(annual({ facts, order: { quantity: 20 } }));
    expect(ids(after.facts.pendingChanges)).toEqual(['archive']);
    expect(after.facts.withdrawnByCancellation).toEqual([]);
  });
});

describe('R14: the day of the last increase', () => {
  const lastIncrease = (order: Given['order'], of = groupwareMonthly) =>
    placed({ of, order, facts: { lastIncreaseDate: '2025-01-01' } } as Given).after.facts.lastIncreaseDate;

  it('is the day on which more is licensed than before', () => {
    expect(lastIncrease({ quantity: 21 })).toBe('2026-03-15');
  });

  it('is none of a decrease, nor of anything else', () => {
    expect(lastIncrease({ quantity: 18 })).toBe('2025-01-01');
    expect(lastIncrease({ type: 'changeOptions', options: [{ optionId: 'mail', quantity: 11 }] })).toBe('2025-01-01');
  });
});

describe('U11, U12: a cancellation that is pending', () => {
  const facts = { pendingChanges: [decrease, archive] };
  const cancelled = placed(annual({ facts, order: { type: 'cancel' } })).after;

  it('remembers what it has withdrawn', () => {
    expect(ids(cancelled.facts.pendingChanges)).toEqual(['new']);
    expect(ids(cancelled.facts.withdrawnByCancellation)).toEqual(['fewer', 'archive']);
    expect(cancelled.facts.lastCancellationDate).toBeNull();
  });

  it('gives it back when it is undone, in its order', () => {
    const undone = placed(annual({ facts: cancelled.facts, order: { type: 'undoCancel' } })).after;
    expect(ids(undone.facts.pendingChanges)).toEqual(['fewer', 'archive']);
    expect(undone.facts.withdrawnByCancellation).toEqual([]);
  });

  it('keeps what it has withdrawn through whatever else is ordered', () => {
    const order = { type: 'suspend' } as const;
    const suspended = placed(annual({ facts: { ...cancelled.facts, role: 'operator' }, order })).after;
    expect(ids(suspended.facts.withdrawnByCancellation)).toEqual(['fewer', 'archive']);
  });
});

describe('a cancellation that holds at once', () => {
  const order = { type: 'cancel', immediately: true, note: 'fraud' } as const;

  it('R4: begins the cooling-off', () => {
    const { after } = placed(annual({ facts: { role: 'operator' }, order }));
    expect(after.subscription.state).toBe('terminated');
    expect(after.facts.lastCancellationDate).toBe('2026-12-10');
  });

  it('leaves nothing to be brought back', () => {
    const { after } = placed(annual({ facts: { role: 'operator', pendingChanges: [decrease] }, order }));
    expect(after.facts.pendingChanges).toEqual([]);
    expect(after.facts.withdrawnByCancellation).toEqual([]);
  });
});
