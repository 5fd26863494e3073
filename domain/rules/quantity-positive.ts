import { failed, type Rule } from './rule.ts';

/** R1: a total of nothing is no subscription. */
export const quantityPositive: Rule = {
  name: 'quantityPositive',
  source: 'R1',
  sentence: 'The total is a whole number of at least 1; to have none, the subscription is cancelled.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  part: 'quantity',
  check({ requested: { quantity = 0 } }) {
    const inputs = { quantity };
    return Number.isSafeInteger(quantity) && quantity >= 1
      ? { inputs }
      : failed('QUANTITY_NOT_POSITIVE', inputs, { quantity: 1 });
  },
};
