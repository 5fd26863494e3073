import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import { placeOrder } from '../../../domain/place-order.ts';
import { absurdInput, calmInput } from '../arbitrary-input.ts';

const RUNS = { numRuns: 500 };

const meeting = calmInput.filter(
  ({ order, facts }) =>
    order.type !== 'purchase' && facts.pendingChanges.length + facts.withdrawnByCancellation.length > 0,
);

describe('no pending change is lost in silence', () => {
  it('an accepted order says of each of them once what becomes of it; a rejected one changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(meeting, absurdInput), (input) => {
        const { outcome, pendingChanges } = decide(input);
        const restored = input.order.type === 'undoCancel' ? input.facts.withdrawnByCancellation : [];
        const all = [...input.facts.pendingChanges, ...restored].map(({ orderId }) => orderId);
        expect(pendingChanges.map(({ orderId }) => orderId)).toEqual(outcome === 'accepted' ? all : []);
        expect(pendingChanges.map((one) => one.outcome)).not.toContain('reject');
      }),
      RUNS,
    );
  });

  it('none is replaced without consent', () => {
    fc.assert(
      fc.property(meeting, (input) => {
        fc.pre(input.order.supersede !== true);
        expect(decide(input).pendingChanges.map(({ outcome }) => outcome)).not.toContain('supersede');
      }),
      RUNS,
    );
  });

  it('what stays after an order is what it said would stay, and what it brings back, and the order itself', () => {
    fc.assert(
      fc.property(meeting, ({ order, subscription, product, policy, facts, today }) => {
        const placed = placeOrder({ date: today, subscription, facts }, { orderId: 'new', order, product, policy });
        const { outcome, effectiveDate, pendingChanges } = placed.decision;
        const staying = pendingChanges.filter((one) => ['keep', 'merge', 'rebase', 'restore'].includes(one.outcome));
        const expected =
          outcome === 'rejected'
            ? facts.pendingChanges.map(({ orderId }) => orderId)
            : [...staying.map(({ orderId }) => orderId), ...(String(effectiveDate) > today ? ['new'] : [])];
        expect(placed.world.facts.pendingChanges.map(({ orderId }) => orderId).sort()).toEqual(expected.sort());
      }),
      RUNS,
    );
  });
});
