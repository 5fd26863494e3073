import { failed, type Rule } from './rule.ts';

/** An order for a later day claims nothing yet: it waits its turn then. */
export const oneOrderAtWork: Rule = {
  name: 'oneOrderAtWork',
  source: 'system',
  sentence: 'One order at a time is at work on a subscription.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ facts: { orderAtWork }, effectiveDate, today }) {
    const inputs = { orderAtWork, effectiveDate };
    return orderAtWork === null || effectiveDate > today ? { inputs } : failed('ORDER_IN_PROGRESS', inputs);
  },
};
