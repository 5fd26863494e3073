import { failed, type Rule } from './rule.ts';

/** R25. An operator may act for anybody. */
export const boughtThroughPartner: Rule = {
  name: 'boughtThroughPartner',
  source: 'R25',
  sentence: 'A subscription bought through a partner is changed through the partner.',
  judged: 'atSubmission',
  namedInPolicyAs: 'boughtThroughPartner',
  check({ subscription: { partnerId }, facts: { role } }) {
    const inputs = { role, partnerId };
    return partnerId !== null && role === 'customer' ? failed('BOUGHT_THROUGH_PARTNER', inputs) : { inputs };
  },
};
