import { lifecycleOn } from '../catalogue.ts';
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
  const { term, servicePeriod } = subscription;
  if (effectiveDate === date) return addDays(end, -1);
  const beforeMonth = addDays(startOfMonth(addDays(end, -1)), -1);
  const isForNextPeriod = term === 'annual' && effectiveDate > servicePeriod.end;
  return later(date, isForNextPeriod ? earlier(beforeMonth, servicePeriod.end) : beforeMonth);
}

/** R9. When the partner will approve, nobody knows, so no date is offered. */
export const compositionApproval: Rule = {
  name: 'compositionApproval',
  source: 'R9',
  sentence:
    'Following a suite composition change, partners must review and approve all changes before they can modify affected service plans.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'compositionApproval',
  check({ order, plan, date }) {
    const inputs = { planId: plan?.id ?? null, compositionChangedOn: plan?.compositionChangedOn ?? null };
    const awaited = inputs.compositionChangedOn !== null && inputs.compositionChangedOn <= date;
    return awaited && descriptionOf(order).modifies ? failed('COMPOSITION_APPROVAL_REQUIRED', inputs) : { inputs };
  },
};
