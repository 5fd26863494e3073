import { addMonths } from '../plain-date.ts';
import { failed, type Rule } from './rule.ts';

/** As far as a calendar of a subscription reaches. */
export const MOST_MONTHS_AHEAD = 18;

export const startDateNotPast: Rule = {
  name: 'startDateNotPast',
  source: 'system',
  sentence: 'An order starts today or on a later day.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ order: { requestedStartDate }, today }) {
    const inputs = { requestedStartDate: requestedStartDate ?? null, today };
    return requestedStartDate !== undefined && requestedStartDate < today
      ? failed('START_DATE_PAST', inputs, { requestedStartDate: today })
      : { inputs };
  },
};

export const startDateNear: Rule = {
  name: 'startDateNear',
  source: 'system',
  sentence: `An order starts within ${MOST_MONTHS_AHEAD} months.`,
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ order: { requestedStartDate }, today }) {
    const last = addMonths(today, MOST_MONTHS_AHEAD);
    const inputs = { requestedStartDate: requestedStartDate ?? null, last };
    return requestedStartDate !== undefined && requestedStartDate > last
      ? failed('START_DATE_TOO_FAR', inputs, { requestedStartDate: last })
      : { inputs };
  },
};
