import { monthOf, startOfNextMonth } from '../plain-date.ts';
import { failedUntil, type Rule } from './rule.ts';

/** R14 (a). */
export const noDecreaseInFirstMonth: Rule = {
  name: 'noDecreaseInFirstMonth',
  source: 'R14',
  sentence: 'You cannot decrease the number of users in the month you have placed your first order.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'monthlyDecrease',
  part: 'quantity',
  check({ requested: { quantity = 0 }, subscription, policy, date }) {
    const { term, firstOrderDate, quantity: currentQuantity } = subscription;
    const inputs = { term, quantity, currentQuantity, firstOrderDate, date };
    const binds = policy.rules.monthlyDecrease?.notInMonthOf.includes('firstOrder') === true;
    const decreases = term === 'monthly' && quantity < currentQuantity;
    return binds && decreases && monthOf(date) === monthOf(firstOrderDate)
      ? failedUntil('DECREASE_IN_FIRST_MONTH', inputs, startOfNextMonth(date))
      : { inputs };
  },
};

/** R14 (b). */
export const noDecreaseInMonthOfIncrease: Rule = {
  name: 'noDecreaseInMonthOfIncrease',
  source: 'R14',
  sentence: 'You cannot decrease the number of users in the same month you have increased the number of users.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'monthlyDecrease',
  part: 'quantity',
  check({ requested: { quantity = 0 }, subscription, policy, facts: { lastIncreaseDate }, date }) {
    const { term, quantity: currentQuantity } = subscription;
    const inputs = { term, quantity, currentQuantity, lastIncreaseDate, date };
    const binds = policy.rules.monthlyDecrease?.notInMonthOf.includes('increase') === true;
    const decreases = term === 'monthly' && quantity < currentQuantity;
    return binds && decreases && lastIncreaseDate !== null && monthOf(date) === monthOf(lastIncreaseDate)
      ? failedUntil('DECREASE_IN_MONTH_OF_INCREASE', inputs, startOfNextMonth(date))
      : { inputs };
  },
};
