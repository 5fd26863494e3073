import { type Decision, decide, type Rejection } from './decide.ts';
import type { OrderTypeDescription } from './order-types/description.ts';
import { descriptionOf, type OrderRequest, type OrderType, orderTypes } from './order-types.ts';
import type { PendingEffect } from './pending/pending-effects.ts';
import type { PlainDate } from './plain-date.ts';
import { purchaseInput } from './purchase-input.ts';
import type { DecisionInput } from './rules/rule.ts';
import { advance, hasEnded } from './world.ts';

/** Whether a person may do one thing with a subscription, from when until when, and with what effect. Dates are inclusive. */
export type ActionEligibility = {
  orderType: OrderType;
  /** What people call it, such as `decreaseQuantity`. */
  action: string;
  /** The order that the rules were asked about: the smallest of its kind. */
  order: OrderRequest;
  allowed: boolean;
  effectiveDate: PlainDate | null;
  /** The first day on which it is allowed: the day asked about, or a later one; null when no day is known. */
  eligibleFrom: PlainDate | null;
  /** The last day on which it stays so; null when none is known to end it. */
  eligibleUntil: PlainDate | null;
  reasons: readonly Rejection[];
  suggestedOrder: OrderRequest | null;
  pendingChanges: readonly PendingEffect[];
};

/** Whom and what eligibility is asked for. */
export type EligibilityInput = Omit<DecisionInput, 'order' | 'moment'> & {
  /** The day asked about, today or later. */
  asOf: PlainDate;
  contactEmail: string;
};

/** The same rules as `decide`, asked about a typical order of everything that can be ordered. */
export function eligibility(input: EligibilityInput): ActionEligibility[] {
  const { subscription, product, facts, today, asOf, contactEmail } = input;
  const then =
    asOf > today ? advance({ date: today, subscription, facts }, product, asOf).world.subscription : subscription;
  return (Object.values(orderTypes) as unknown as OrderTypeDescription[]).flatMap((description) =>
    description
      .examples({ subscription: then, product, date: asOf, contactEmail })
      .map(({ action, order }) => actionEligibility(action, asked(order, input), input)),
  );
}

/** For the day asked about; what the person is said to see now is what there is now. */
function asked(order: OrderRequest, { asOf, today, subscription }: EligibilityInput): OrderRequest {
  const dated = asOf > today ? { ...order, requestedStartDate: asOf } : order;
  return dated.type === 'changeQuantity' ? { ...dated, expectedCurrentQuantity: subscription.quantity } : dated;
}

function actionEligibility(action: string, order: OrderRequest, input: EligibilityInput): ActionEligibility {
  const decision = decide(inputFor(order, input));
  const { suggestedOrder } = decision;
  const allowed = decision.outcome === 'accepted';
  return {
    orderType: descriptionOf(order).type,
    action,
    order,
    allowed,
    effectiveDate: decision.effectiveDate,
    ...(allowed
      ? { eligibleFrom: input.asOf, eligibleUntil: decision.acceptedUntil }
      : laterDays(suggestedOrder, order, input)),
    reasons: decision.rejections,
    suggestedOrder,
    pendingChanges: decision.pendingChanges,
  };
}

function laterDays(
  suggested: OrderRequest | null,
  order: OrderRequest,
  input: EligibilityInput,
): Pick<ActionEligibility, 'eligibleFrom' | 'eligibleUntil'> {
  if (suggested?.type !== order.type || suggested.requestedStartDate === undefined) {
    return { eligibleFrom: null, eligibleUntil: null };
  }
  const then: Decision = decide(inputFor(suggested, input));
  return { eligibleFrom: suggested.requestedStartDate, eligibleUntil: then.acceptedUntil };
}

/** A purchase is judged as one of another subscription to the product, beside the one in question. */
function inputFor(order: OrderRequest, input: EligibilityInput): DecisionInput {
  const { subscription, product, policy, facts, today } = input;
  if (order.type !== 'purchase') return { order, subscription, product, policy, facts, today };
  const activated = !hasEnded(subscription);
  const activatedSubscriptions = [...(activated ? [subscription] : []), ...facts.activatedSubscriptions];
  const around = {
    id: 'purchase',
    product,
    policy,
    facts: { ...facts, activatedSubscriptions },
    partnerId: null,
    today,
  };
  return purchaseInput(order, around);
}
