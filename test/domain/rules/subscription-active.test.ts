import { describe, expect, it } from 'vitest';
import { subscriptionActive } from '../../../domain/rules/subscription-active.ts';
import type { SubscriptionState } from '../../../domain/subscription.ts';
import { decisionInput, verdict } from '../decision-input.ts';

// A new state does not compile until its cell is filled.
const byState: Record<SubscriptionState, string> = {
  pendingActivation: 'SUBSCRIPTION_NOT_ACTIVE',
  active: 'passes',
  suspended: 'SUBSCRIPTION_NOT_ACTIVE',
  terminated: 'SUBSCRIPTION_NOT_ACTIVE',
  expired: 'SUBSCRIPTION_NOT_ACTIVE',
};

describe('a change needs an active subscription', () => {
  it.each(Object.entries(byState))('%s: %s', (state, expected) => {
    expect(verdict(subscriptionActive, { subscription: { state: state as SubscriptionState } })).toBe(expected);
  });

  it('keeps the state in the trace and offers no change of the order', () => {
    expect(subscriptionActive.check(decisionInput({ subscription: { state: 'suspended' } }))).toMatchObject({
      inputs: { state: 'suspended' },
      failure: { smallestChange: null },
    });
  });

  it('is judged again when a later change takes effect', () => {
    expect(subscriptionActive.applies).toBe('alsoAtEffect');
  });
});
