import { nextWindow, openWindow, phaseAround } from '../calendar/phase.ts';
import { reducedOptions } from '../options-held.ts';
import type { RejectionCode } from '../rejections.ts';
import { failedUntil, type Rule, type RuleInput, type RuleResult, type TraceValue } from './rule.ts';

/** R19, R20: passes in the renewal window until that closes; else says in which window it would pass. Adds to `inputs` what it looked at. */
function onlyInWindow(
  { subscription, policy, facts: { billingPeriods }, date }: RuleInput,
  code: RejectionCode,
  inputs: { [name: string]: TraceValue },
): RuleResult {
  const { start, end } = subscription.servicePeriod;
  const open = openWindow(subscription, policy, billingPeriods);
  const phase = phaseAround(open, subscription, date);
  // Added to, not copied: copying costs half of the decision.
  inputs.date = date;
  inputs.phase = phase;
  inputs.periodStart = start;
  inputs.periodEnd = end;
  if (phase === 'renewalWindow') {
    return { inputs, passesUntil: open?.end };
  }
  const next = nextWindow(subscription, policy, billingPeriods, date);
  return failedUntil(phase === 'renewalWindowClosed' ? 'RENEWAL_WINDOW_CLOSED' : code, inputs, next.start, next.end);
}

const common = { judged: 'onDecisionDate', namedInPolicyAs: 'renewalWindow' } as const;

/** R18, R19. */
export const quantityReducedInWindow: Rule = {
  ...common,
  name: 'quantityReducedInWindow',
  source: 'R18',
  sentence:
    'You can only add licensed users and optional service subscriptions during the service period; reducing the number of licensed users is available during next year’s renewal period.',
  part: 'quantity',
  check(input) {
    const { requested, subscription } = input;
    const looked = {
      quantity: requested.quantity ?? 0,
      currentQuantity: subscription.quantity,
      term: subscription.term,
    };
    const reduces = subscription.term === 'annual' && looked.quantity < looked.currentQuantity;
    return reduces ? onlyInWindow(input, 'DECREASE_OUTSIDE_RENEWAL_WINDOW', looked) : { inputs: looked };
  },
};

/** R18, R19. */
export const optionsReducedInWindow: Rule = {
  ...common,
  name: 'optionsReducedInWindow',
  source: 'R19',
  sentence: 'Reducing optional service subscriptions is available during next year’s renewal period.',
  part: 'options',
  check(input) {
    const { requested, subscription } = input;
    const looked = { reduced: reducedOptions(requested.options ?? [], subscription.options), term: subscription.term };
    const reduces = subscription.term === 'annual' && looked.reduced.length > 0;
    return reduces ? onlyInWindow(input, 'OPTIONS_OUTSIDE_RENEWAL_WINDOW', looked) : { inputs: looked };
  },
};

/** R16: one direction only; from monthly to annual is open at any time. */
export const annualToMonthlyInWindow: Rule = {
  ...common,
  name: 'annualToMonthlyInWindow',
  source: 'R16',
  sentence: 'Changing from annual service to monthly service is available during next year’s renewal period.',
  part: 'term',
  check(input) {
    const { requested, subscription } = input;
    const looked = { term: requested.term ?? null, currentTerm: subscription.term };
    const shortens = subscription.term === 'annual' && requested.term === 'monthly';
    return shortens ? onlyInWindow(input, 'TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW', looked) : { inputs: looked };
  },
};
