import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../client/generated/types.gen.ts';
import { orderRejection } from '../../../../web/order/rejection/order-rejection.ts';
import { replacedBy, replacementIn, suggestionIn } from '../../../../web/order/rejection/ways-out.ts';
import { aFailure, aReason, request } from '../../support/orders.ts';
import { aPendingChange, aSubscription } from '../../support/subscriptions.ts';

const rejected = (problem: Partial<Problem>) => orderRejection(aFailure(problem), request);
const consent = aReason({ code: 'SUPERSEDE_REQUIRED', inputs: { superseded: ['order-0'], consent: false } });
const inFirstMonth = aReason({ code: 'DECREASE_IN_FIRST_MONTH', eligibleFrom: '2026-12-01' });
const outsideWindow = aReason({ code: 'DECREASE_OUTSIDE_RENEWAL_WINDOW', eligibleFrom: '2027-06-01' });

describe('what a rejection suggests', () => {
  it('is nothing where the answer suggests nothing', () => {
    expect(suggestionIn(rejected({ code: 'NO_CHANGE' }))).toBeNull();
  });

  it('is the same order for another day, to be pressed', () => {
    const suggestedOrder = { ...request, requestedStartDate: '2026-12-01' };
    expect(suggestionIn(rejected({ suggestedOrder }))).toEqual({
      words: 'Order it for 1 December 2026',
      request: suggestedOrder,
    });
  });

  it('is only told where this app has no screen for its type', () => {
    const suggestedOrder = { type: 'undoCancel' as const, subscriptionId: 'sub-1', requestedStartDate: '2026-12-01' };
    expect(suggestionIn(rejected({ suggestedOrder }))).toEqual({
      words: 'This would be accepted instead: Undo the cancellation for 1 December 2026.',
      request: null,
    });
  });

  it('is promised by the advice only where it is there', () => {
    const problem = { code: 'DECREASE_IN_FIRST_MONTH', advice: 'x' };
    const suggestedOrder = { ...request, requestedStartDate: '2026-12-01' };
    expect(rejected({ ...problem, suggestedOrder }).advice).toBe('Order it for then.');
    expect(rejected(problem).advice).toBe('Send it again then.');
  });
});

describe('the replacement of what is pending', () => {
  it('is the same order with consent', () => {
    expect(replacementIn(rejected({ reasons: [consent] }))).toEqual({ ...request, supersede: true });
  });

  it('is ordered for the first day that answers the other reasons', () => {
    expect(replacementIn(rejected({ reasons: [outsideWindow, consent, inFirstMonth] }))).toEqual({
      ...request,
      supersede: true,
      requestedStartDate: '2027-06-01',
    });
  });

  it.each([
    ['nobody asked for it', [inFirstMonth]],
    ['it would not be enough', [consent, aReason({ code: 'BELOW_MINIMUM_QUANTITY' })]],
    ['no rule was asked', []],
  ])('is not offered where %s', (_, reasons) => {
    expect(replacementIn(rejected({ reasons }))).toBeNull();
  });
});

describe('what an order replaces', () => {
  const cancel = aPendingChange({ orderId: 'order-9', type: 'cancel' });
  const subscription = aSubscription({ pendingChanges: [aPendingChange(), cancel] });
  const withConsent = { ...request, supersede: true };

  it('is nothing without consent', () => {
    expect(replacedBy(request, rejected({ reasons: [consent] }), subscription)).toEqual([]);
  });

  it('is what the answer has named, else what is of its own type', () => {
    const named = aReason({ code: 'SUPERSEDE_REQUIRED', inputs: { superseded: ['order-9'] } });
    expect(replacedBy(withConsent, rejected({ reasons: [named] }), subscription)).toEqual([cancel]);
    expect(replacedBy(withConsent, rejected({}), subscription)).toEqual([aPendingChange()]);
    expect(replacedBy(withConsent, null, subscription)).toEqual([aPendingChange()]);
  });
});
