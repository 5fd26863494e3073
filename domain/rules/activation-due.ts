import type { Activate } from '../order-types/activate.ts';
import { failed, failedUntil, type Rule } from './rule.ts';

/** R13: by an order only what is activated on a date, and from that date on. */
export const activationDue: Rule<Activate> = {
  name: 'activationDue',
  source: 'R13',
  sentence: 'A new service is activated when the customer first logs on, on a specified date, or with its code.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ current: { state, activation }, date }) {
    const inputs = { state, mode: activation.mode, activationDate: activation.date, date };
    if (state !== 'pendingActivation') return { inputs };
    if (activation.mode !== 'onDate' || activation.date === null) return failed('SUBSCRIPTION_NOT_ACTIVATED', inputs);
    return date < activation.date ? failedUntil('SUBSCRIPTION_NOT_ACTIVATED', inputs, activation.date) : { inputs };
  },
};
