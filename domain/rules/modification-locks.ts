import { lifecycleOn, planOf } from '../catalogue.ts';
import { descriptionOf } from '../order-types.ts';
import { addDays, earlier, later, type PlainDate, startOfMonth } from '../plain-date.ts';
import { failed, type Rule, type RuleInput } from './rule.ts';

/** R8. Leaving is not modifying: a trial can be cancelled. */
export const trialLock: Rule = {
  name: 'trialLock',
  source: 'R8',
  sentence: 'You cannot modify service plans for trial licenses.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'trialLock',
  check({ order, subscription: { trial } }) {
    return trial && descriptionOf(order).modifies ? failed('TRIAL_LOCKED', { trial }) : { inputs: { trial } };
  },
};

/** R8. What would hold only from then on is locked already. */
export const endOfLifeLock: Rule = {
  name: 'endOfLifeLock',
  source: 'R8',
  sentence: 'You cannot modify plans that have reached End of Life.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: 'endOfLifeLock',
  check(input) {
    const { order, plan, effectiveDate } = input;
    const endOfLifeDate = plan?.endOfLifeDate ?? null;
    const inputs = { planId: plan?.id ?? null, endOfLifeDate, effectiveDate };
    if (plan === undefined || endOfLifeDate === null || !descriptionOf(order).modifies) return { inputs };
    return lifecycleOn(plan, effectiveDate) === 'endOfLife'
      ? failed('END_OF_LIFE_LOCKED', inputs)
      : { inputs, passesUntil: lastDayBefore(endOfLifeDate, input) };
  },
};

/** The last day on which an order would still hold before a day, from now on: what holds from a boundary holds from a later one later. */
function lastDayBefore(end: PlainDate, { date, effectiveDate, subscription }: RuleInput): PlainDate {
  const { term, servicePeriod, autoRenewal } = subscription;
  if (effectiveDate === date) return addDays(end, -1);
  const beforeMonth = addDays(startOfMonth(addDays(end, -1)), -1);
  const staysMonthly = term === 'monthly' && autoRenewal.frequency === 'monthly';
  const isForNextPeriod = !staysMonthly && effectiveDate > servicePeriod.end;
  return later(date, isForNextPeriod ? earlier(beforeMonth, servicePeriod.end) : beforeMonth);
}

/** R9: of the plan it has, and of the one it is to have. When the partner will approve, nobody knows, so no date is offered. */
export const compositionApproval: Rule = {
  name: 'compositionApproval',
  source: 'R9',
  sentence:
    'Following a suite composition change, partners must review and approve all changes before they can modify affected service plans.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'compositionApproval',
  check({ order, requested, product, plan, date }) {
    const plans = [plan, planOf(product, requested.planId ?? '')];
    const changed = plans.find((one) => one !== undefined && one.compositionChangedOn !== null);
    const compositionChangedOn = changed?.compositionChangedOn ?? null;
    const inputs = { planId: (changed ?? plan)?.id ?? null, compositionChangedOn };
    if (compositionChangedOn === null || !descriptionOf(order).modifies) return { inputs };
    return compositionChangedOn <= date
      ? failed('COMPOSITION_APPROVAL_REQUIRED', inputs)
      : { inputs, passesUntil: addDays(compositionChangedOn, -1) };
  },
};
