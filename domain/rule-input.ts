import { planOf, skuOf } from './catalogue.ts';
import { descriptionOf } from './order-types.ts';
import { later, type PlainDate } from './plain-date.ts';
import type { DecisionInput, RuleInput } from './rules/rule.ts';
import { advance } from './world.ts';

/** What the rules are asked about an order: its subscription as it will be on the date in question. */
export function ruleInputOf(input: DecisionInput): RuleInput {
  const { order, subscription: current, product, policy, today, moment = 'submission' } = input;
  const date = dateAskedAbout(input);
  const passes = date > today && order.type !== 'purchase';
  const { subscription, facts } = passes
    ? advance({ date: today, subscription: current, facts: input.facts }, product, date).world
    : input;
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
  };
  asked.effectiveDate = description.effectiveDate(asked);
  return asked;
}

function dateAskedAbout({ order, today, moment = 'submission' }: DecisionInput): PlainDate {
  return moment === 'submission' ? later(order.requestedStartDate ?? today, today) : today;
}
