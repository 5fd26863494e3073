import { descriptionOf } from '../order-types.ts';
import { failed, type Rule } from './rule.ts';

/** R7: what a storefront user may order, and what only a partner or an operator may. */
export const roleMayOrder: Rule = {
  name: 'roleMayOrder',
  source: 'R7',
  sentence: 'A BSS administrator has the same options as a storefront user, plus suspend and activate.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ order, facts: { role } }) {
    const { orderableBy } = descriptionOf(order);
    const inputs = { role, orderableBy };
    return orderableBy.includes(role) ? { inputs } : failed('ROLE_NOT_ALLOWED', inputs);
  },
};
