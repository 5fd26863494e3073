import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { eligibility } from '../../domain/eligibility.ts';
import { type OrderType, orderTypes } from '../../domain/order-types.ts';
import { addDays } from '../../domain/plain-date.ts';
import { calmInput } from './arbitrary-input.ts';

const held = calmInput.filter(({ order }) => order.type !== 'purchase');
const asked = fc.tuple(held, fc.constantFrom(0, 1, 17, 32, 300, 400)).map(([input, days]) => ({
  ...input,
  asOf: addDays(input.today, days),
  contactEmail: 'hana@hanafoods.example',
}));

describe('eligibility', () => {
  it('agrees with decide for every order type and date', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const actions = eligibility(input);
        expect(new Set(actions.map(({ orderType }) => orderType))).toEqual(new Set(Object.keys(orderTypes)));
        for (const action of actions.filter(({ orderType }) => orderType !== 'purchase')) {
          const requestedStartDate = input.asOf > input.today ? { requestedStartDate: input.asOf } : {};
          const expectedCurrentQuantity =
            action.order.type === 'changeQuantity' ? { expectedCurrentQuantity: input.subscription.quantity } : {};
          const order = { ...action.order, ...requestedStartDate, ...expectedCurrentQuantity };
          const decision = decide({ ...input, order });
          expect(action.allowed).toBe(decision.outcome === 'accepted');
          expect(action.reasons).toEqual(decision.rejections);
          expect(action.effectiveDate).toBe(decision.effectiveDate);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('promises a first day only on which the order it suggests is accepted', () => {
    fc.assert(
      fc.property(asked, (input) => {
        for (const { orderType, allowed, eligibleFrom, suggestedOrder } of eligibility(input)) {
          if (allowed) expect(eligibleFrom).toBe(input.asOf);
          if (allowed || eligibleFrom === null || purchases(orderType)) continue;
          expect(suggestedOrder).toMatchObject({ type: orderType, requestedStartDate: eligibleFrom });
          expect(eligibleFrom > input.asOf).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const purchases = (type: OrderType): boolean => type === 'purchase';
