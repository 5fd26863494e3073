import type { Suspend } from '../order-types/suspend.ts';
import { addDays } from '../plain-date.ts';
import { failed, type Rule } from './rule.ts';

/** R24: a pause for a specified term ends on a day after it began. */
export const suspensionEndAhead: Rule<Suspend> = {
  name: 'suspensionEndAhead',
  source: 'R24',
  sentence: 'A subscription is paused for a specified term.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ order: { until }, effectiveDate }) {
    const inputs = { until: until ?? null, effectiveDate };
    return until !== undefined && until <= effectiveDate
      ? failed('SUSPENSION_END_PAST', inputs, { until: addDays(effectiveDate, 1) })
      : { inputs, ...(until !== undefined && { passesUntil: addDays(until, -1) }) };
  },
};
