import { failed, type Rule } from './rule.ts';

/** R3, R4. Operators are not gated: they repair what a customer may not know of. Nor is what no person orders: a renewal by schedule. */
export const acknowledgementGate: Rule = {
  name: 'acknowledgementGate',
  source: 'R3',
  sentence: 'The order status notification of the earlier order must be confirmed before a new order.',
  judged: 'atSubmission',
  namedInPolicyAs: 'acknowledgementGate',
  check({ facts: { unacknowledgedOrders, role }, policy }) {
    const onlyCancels = policy.rules.acknowledgementGate?.after === 'cancel';
    const holding = unacknowledgedOrders.filter(({ type }) => !onlyCancels || type === 'cancel').map(({ id }) => id);
    const inputs = { role, unacknowledgedOrders: holding };
    const gated = role === 'customer' || role === 'partner';
    return !gated || holding.length === 0 ? { inputs } : failed('UNACKNOWLEDGED_ORDER', inputs);
  },
};
