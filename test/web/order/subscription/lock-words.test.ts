import { describe, expect, it } from 'vitest';
import { lockWords } from '../../../../web/order/subscription/lock-words.ts';
import { aSubscription } from '../../support/subscriptions.ts';

const { plan } = aSubscription();

describe('the locks of a subscription', () => {
  it('are none, as a rule', () => {
    expect(lockWords(aSubscription())).toEqual([]);
    expect(lockWords(aSubscription({ plan: { ...plan, lifecycle: 'endOfSale' } }))).toEqual([]);
    expect(lockWords(aSubscription({ plan: { ...plan, lifecycle: null } }))).toEqual([]);
  });

  it('are each a sentence', () => {
    const locked = aSubscription({
      trial: true,
      plan: { ...plan, lifecycle: 'endOfLife' },
      compositionApprovalPending: true,
    });
    expect(lockWords(locked)).toEqual([
      'Changes are locked: this is a trial licence.',
      'Changes are locked: the plan has reached its end of life.',
      'Changes are locked until the partner has approved the new composition of the plan.',
    ]);
  });
});
