import type { Product } from './catalogue.ts';
import { type Decision, decide } from './decide.ts';
import { changed, changeOf } from './effect.ts';
import { descriptionOf } from './order-types.ts';
import { placeOrder } from './place-order.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import type { DecisionInput } from './rules/rule.ts';
import type { Subscription } from './subscription.ts';
import { advance } from './world.ts';

/** What becomes of what a customer relies on (R12, R23). */
export type Survival = {
  /** R23: a code is the same after every change. */
  activationCode: 'unchanged' | 'none' | 'ends' | 'issued';
  /** R12: the vendor's account, with the agents that report to it. */
  vendorAccount: 'kept' | 'ends' | 'created';
  /** Units in use beyond the new total, at the vendor; 0 when all have room, or none are known. */
  unitsWithoutLicence: number;
  /** Options held before and not after. */
  optionsLost: readonly string[];
};

/** Whether what an accepted order does can be brought back. Dates are inclusive. */
export type Reversibility = {
  /** `withdraw`: until then it can be taken back and nothing ever happens. `reverse`: an order brings back what was before. `none`. */
  by: 'withdraw' | 'reverse' | 'none';
  from: PlainDate | null;
  until: PlainDate | null;
  sentence: string;
};

export type Preview = {
  decision: Decision;
  /** The subscription once the order holds; null for a rejected order. */
  after: Subscription | null;
  survival: Survival | null;
  reversibility: Reversibility | null;
};

/** What an order would do, before anybody sends it: the verdict, what survives, and whether it can be taken back. */
export function preview(input: DecisionInput): Preview {
  const decision = decide(input);
  const { effectiveDate } = decision;
  if (effectiveDate === null) return { decision, after: null, survival: null, reversibility: null };
  const { order, product, facts, today } = input;
  const isNew = order.type === 'purchase';
  const { subscription } = isNew
    ? input
    : advance({ date: today, subscription: input.subscription, facts }, product, effectiveDate).world;
  const after = changed(subscription, changeOf(order, { subscription, product, effectiveDate }));
  return {
    decision,
    after,
    survival: survival(subscription, after, product, isNew),
    reversibility: reversibility(input, decision, effectiveDate),
  };
}

function survival(before: Subscription, after: Subscription, product: Product, isNew: boolean): Survival {
  const ends = after.state === 'terminated';
  const hasCode = product.activationPolicy !== 'automatic';
  return {
    activationCode: hasCode ? (isNew ? 'issued' : ends ? 'ends' : 'unchanged') : 'none',
    vendorAccount: isNew ? 'created' : ends ? 'ends' : 'kept',
    unitsWithoutLicence: Math.max(0, (after.assignedQuantity ?? 0) - (ends ? 0 : after.quantity)),
    optionsLost: Object.keys(before.options).filter((optionId) => !Object.hasOwn(after.options, optionId)),
  };
}

function reversibility(input: DecisionInput, decision: Decision, effectiveDate: PlainDate): Reversibility {
  const { order, subscription, product, policy, facts, today } = input;
  if (effectiveDate > today) {
    const until = addDays(effectiveDate, -1);
    return { by: 'withdraw', from: today, until, sentence: `It can be withdrawn until ${until}.` };
  }
  const placed = placeOrder({ date: today, subscription, facts }, { orderId: '', order, product, policy }).world;
  const back = descriptionOf(order).reversedBy(order, subscription);
  const reversal = back && decide({ ...input, order: back, subscription: placed.subscription, facts: placed.facts });
  if (back === undefined || reversal === undefined) return irreversible;
  const { effectiveDate: backOn } = reversal;
  const returned =
    backOn === null ? undefined : changeOf(back, { subscription: placed.subscription, product, effectiveDate: backOn });
  // A term that begins anew is not the term that was given up.
  if (returned?.servicePeriod && !isSamePeriod(returned.servicePeriod, subscription.servicePeriod)) {
    return irreversible;
  }
  if (reversal.outcome === 'accepted') {
    const until = reversal.acceptedUntil;
    const sentence =
      reversal.effectiveDate === decision.effectiveDate
        ? 'It can be reversed by another order at once.'
        : `It can be reversed by another order, effective ${reversal.effectiveDate}.`;
    return { by: 'reverse', from: today, until, sentence };
  }
  const from = reversal.suggestedOrder?.type === back.type ? reversal.suggestedOrder.requestedStartDate : undefined;
  if (from === undefined) return irreversible;
  return { by: 'reverse', from, until: null, sentence: `It can be reversed by another order from ${from}.` };
}

const irreversible: Reversibility = { by: 'none', from: null, until: null, sentence: 'It cannot be reversed.' };

const isSamePeriod = (a: Subscription['servicePeriod'], b: Subscription['servicePeriod']): boolean =>
  a.start === b.start && a.end === b.end;
