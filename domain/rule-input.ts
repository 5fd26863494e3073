import { planOf, skuOf } from './catalogue.ts';
import type { Facts } from './facts.ts';
import { descriptionOf } from './order-types.ts';
import { pendingEffects } from './pending/pending-effects.ts';
import { earlier, later, type PlainDate } from './plain-date.ts';
import type { DecisionInput, RuleInput } from './rules/rule.ts';
import { advance } from './world.ts';

/** What the rules are asked about an order: its subscription as it will be on the date in question. */
export function ruleInputOf(input: DecisionInput): RuleInput {
  const { order, subscription: current, product, policy, today, moment = 'submission' } = input;
  const date = dateAskedAbout(input);
  const known = withChangesAtWork(input.facts);
  const until = asOf(input, known, date);
  const { subscription, facts } =
    until === null ? input : advance({ date: today, subscription: current, facts: known }, product, until).world;
  const description = descriptionOf(order);
  const asked: RuleInput = {
    order,
    requested: description.requested(order),
    date,
    today,
    moment,
    subscription,
    current,
    product,
    plan: planOf(product, subscription.planId),
    sku: skuOf(product, subscription.skuId),
    policy,
    facts,
    effectiveDate: date,
    pendingEffects: [],
  };
  asked.effectiveDate = description.effectiveDate(asked);
  asked.pendingEffects = pendingEffects(asked);
  return asked;
}

function withChangesAtWork(facts: Facts): Facts {
  const { changesAtWork = [], pendingChanges } = facts;
  return changesAtWork.length === 0 ? facts : { ...facts, pendingChanges: [...changesAtWork, ...pendingChanges] };
}

/**
 * The day until which time passes first, also for today: what is due may not have been recorded yet, and a verdict must not depend on
 * that. A late renewal, and a cancellation on its day, are themselves what comes with the end of the period. Null where nothing is due.
 */
function asOf({ order, subscription, today, moment }: DecisionInput, facts: Facts, date: PlainDate): PlainDate | null {
  if (order.type === 'purchase') return null;
  const onItsDay = moment !== undefined && moment !== 'submission';
  const isBoundary =
    (order.type === 'renew' && date === today && (onItsDay || subscription.autoRenewal.enabled)) ||
    (order.type === 'cancel' && onItsDay);
  const until = isBoundary ? earlier(date, subscription.servicePeriod.end) : date;
  const { servicePeriod, suspendedUntil, activation } = subscription;
  const due = facts.pendingChanges[0]?.effectiveDate ?? null;
  const days = [due, suspendedUntil, activation.date].some((day) => day !== null && day <= until);
  return days || servicePeriod.end < until ? until : null;
}

function dateAskedAbout({ order, today, moment = 'submission' }: DecisionInput): PlainDate {
  return moment === 'submission' ? later(order.requestedStartDate ?? today, today) : today;
}
