import type { ChangeQuantity } from '../order-types/change-quantity.ts';
import { failed, type Rule } from './rule.ts';

/**
 * R1: who has 20 and wants one more may enter 1. A total of at most a quarter of the present quantity reads like that, and
 * must be confirmed as a total; the trace shows both readings.
 */
export const confirmTotal: Rule<ChangeQuantity> = {
  name: 'confirmTotal',
  source: 'R1',
  sentence: 'Enter the number in total, not the number to be added or removed.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ order: { quantity, confirmedTotal }, current: { quantity: currentQuantity } }) {
    const inputs = {
      currentQuantity,
      readAsTotal: quantity,
      readAsAddition: currentQuantity + quantity,
      confirmedTotal: confirmedTotal ?? null,
    };
    const readsLikeDelta = quantity * 4 <= currentQuantity;
    return !readsLikeDelta || confirmedTotal === quantity
      ? { inputs }
      : failed('CONFIRM_TOTAL', inputs, { confirmedTotal: quantity });
  },
};
