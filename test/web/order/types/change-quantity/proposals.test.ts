import { describe, expect, it } from 'vitest';
import { orderRejection } from '../../../../../web/order/rejection/order-rejection.ts';
import { proposalsOf } from '../../../../../web/order/types/change-quantity/proposals.ts';
import { aFailure, aReason, request } from '../../../support/orders.ts';

const readings = { currentQuantity: 20, readAsTotal: 1, readAsAddition: 21, confirmedTotal: null };
const confirmTotal = aReason({ code: 'CONFIRM_TOTAL', inputs: readings, smallestChange: { confirmedTotal: 1 } });
const belowMinimum = aReason({ code: 'BELOW_MINIMUM_QUANTITY', smallestChange: { quantity: 10 } });

describe('the ways out of a rejected quantity', () => {
  it('are both readings of a number that reads like one to add', () => {
    const problem = { code: 'CONFIRM_TOTAL', reasons: [confirmTotal], smallestChange: { confirmedTotal: 1 } };
    expect(proposalsOf(orderRejection(aFailure(problem), request))).toEqual({
      use: null,
      total: 1,
      addition: { added: 1, total: 21 },
    });
  });

  it('do not offer the total that another rule forbids', () => {
    const reasons = [belowMinimum, confirmTotal];
    const problem = { code: 'BELOW_MINIMUM_QUANTITY', reasons, smallestChange: { quantity: 10, confirmedTotal: 1 } };
    expect(proposalsOf(orderRejection(aFailure(problem), request))).toEqual({
      use: 10,
      total: null,
      addition: { added: 1, total: 21 },
    });
  });

  it('offer the total also where what is pending would be replaced, which is asked next', () => {
    const reasons = [confirmTotal, aReason({ code: 'SUPERSEDE_REQUIRED' })];
    expect(proposalsOf(orderRejection(aFailure({ code: 'CONFIRM_TOTAL', reasons }), request)).total).toBe(1);
  });

  it('are the smallest change that would pass', () => {
    const problem = { code: 'BELOW_MINIMUM_QUANTITY', reasons: [belowMinimum], smallestChange: { quantity: 10 } };
    expect(proposalsOf(orderRejection(aFailure(problem), request))).toEqual({ use: 10, total: null, addition: null });
  });

  it('are none where the answer names none', () => {
    expect(proposalsOf(orderRejection(aFailure({ status: 400 }), request))).toEqual({
      use: null,
      total: null,
      addition: null,
    });
  });
});
