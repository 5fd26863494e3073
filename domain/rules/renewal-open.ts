import { renewalWindowOf } from '../calendar/service-period.ts';
import type { Renew } from '../order-types/renew.ts';
import { failedUntil, type Rule } from './rule.ts';

/** R19. A monthly service is renewed in its month, which is the last of its period too. */
export const renewalOpen: Rule<Renew> = {
  name: 'renewalOpen',
  source: 'R19',
  sentence: 'Next year’s renewal period refers to the last month of the service period.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ subscription: { term, servicePeriod }, date }) {
    const { start, end } = term === 'annual' ? renewalWindowOf(servicePeriod) : servicePeriod;
    const inputs = { term, opens: start, closes: end, date };
    return date < start
      ? failedUntil('RENEWAL_NOT_OPEN', inputs, start, end)
      : { inputs, ...(date <= end && { passesUntil: end }) };
  },
};
