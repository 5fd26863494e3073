import type { OrderTypeDescription } from './order-types/description.ts';
import { type OrderType, orderTypes } from './order-types.ts';
import { acknowledgementGate } from './rules/acknowledgement-gate.ts';
import { boughtThroughPartner } from './rules/bought-through-partner.ts';
import { monthPaidBeforeLapse } from './rules/cancel-rules.ts';
import { contactEmailRequired } from './rules/contact-email-required.ts';
import { livesOnEffectDate } from './rules/lives-on-effect-date.ts';
import { compositionApproval, endOfLifeLock, trialLock } from './rules/modification-locks.ts';
import { noDecreaseInFirstMonth, noDecreaseInMonthOfIncrease } from './rules/monthly-decrease.ts';
import { notBelowAssignedQuantity } from './rules/not-below-assigned-quantity.ts';
import { oneOrderAtWork } from './rules/one-order-at-work.ts';
import { optionPrerequisites, optionQuantityRange, optionsAvailable, optionsKnown } from './rules/option-rules.ts';
import {
  billedChangesStand,
  noPendingCancellation,
  pendingStackHasRoom,
  pendingStillFits,
  supersedesWithConsent,
} from './rules/pending-rules.ts';
import { planHoldsOptions, planHoldsQuantity, planOfProduct, planOnSale } from './rules/plan-change.ts';
import { quantityPositive } from './rules/quantity-positive.ts';
import { annualToMonthlyInWindow, optionsReducedInWindow, quantityReducedInWindow } from './rules/renewal-window.ts';
import { roleMayOrder } from './rules/role-may-order.ts';
import type { Moment, Rule } from './rules/rule.ts';
import {
  autoRenewalOffered,
  expirationDateAhead,
  expirationDateOffered,
  expirationNotificationDaysOffered,
  frequencyKeepsTerm,
  frequencyOffered,
  managedOffered,
  quantityHoldsLicence,
  unitsPerLicenceOffered,
  unitsPerLicenceWithinQuantity,
} from './rules/setting-rules.ts';
import { skuMaximumQuantity, skuMinimumQuantity, skuQuantityStep } from './rules/sku-quantity-range.ts';
import { somethingChanges } from './rules/something-changes.ts';
import { startDateNear, startDateNotPast } from './rules/start-date.ts';
import { subscriptionState } from './rules/subscription-state.ts';
import { termOffered } from './rules/term-change.ts';

/** They judge every order, before anything in it: may this be ordered at all, now? */
const ofEveryOrder: readonly Rule[] = [
  roleMayOrder,
  startDateNotPast,
  startDateNear,
  subscriptionState,
  boughtThroughPartner,
  trialLock,
  endOfLifeLock,
  compositionApproval,
  oneOrderAtWork,
  acknowledgementGate,
  noPendingCancellation,
  livesOnEffectDate,
];

/** They judge each part that an order asks for. */
const ofParts: readonly Rule[] = [
  somethingChanges,
  contactEmailRequired,
  quantityPositive,
  skuMinimumQuantity,
  skuMaximumQuantity,
  skuQuantityStep,
  notBelowAssignedQuantity,
  quantityHoldsLicence,
  noDecreaseInFirstMonth,
  noDecreaseInMonthOfIncrease,
  quantityReducedInWindow,
  planOfProduct,
  planOnSale,
  planHoldsQuantity,
  planHoldsOptions,
  optionsKnown,
  optionsAvailable,
  optionPrerequisites,
  optionQuantityRange,
  optionsReducedInWindow,
  termOffered,
  annualToMonthlyInWindow,
  unitsPerLicenceOffered,
  unitsPerLicenceWithinQuantity,
  expirationDateOffered,
  expirationDateAhead,
  autoRenewalOffered,
  frequencyOffered,
  frequencyKeepsTerm,
  monthPaidBeforeLapse,
  expirationNotificationDaysOffered,
  managedOffered,
];

/** They look at what the order leaves of the pending stack. */
const ofPendingChanges: readonly Rule[] = [
  pendingStackHasRoom,
  billedChangesStand,
  supersedesWithConsent,
  pendingStillFits,
];

const descriptions = Object.entries(orderTypes) as unknown as [OrderType, OrderTypeDescription][];
const all = new Map<OrderType, readonly Rule[]>(
  descriptions.map(([type, { rules }]) => [type, [...ofEveryOrder, ...rules, ...ofParts, ...ofPendingChanges]]),
);
const listed = (type: OrderType, judged: readonly Rule['judged'][]): readonly Rule[] =>
  (all.get(type) ?? []).filter((rule) => judged.includes(rule.judged));
const byMoment: Record<Moment, ReadonlyMap<OrderType, readonly Rule[]>> = {
  submission: all,
  decisionDate: new Map(descriptions.map(([type]) => [type, listed(type, ['onDecisionDate', 'alsoAtEffect'])])),
  effect: new Map(descriptions.map(([type]) => [type, listed(type, ['alsoAtEffect'])])),
};

/** Every rule that may judge an order of a type, in the order in which they are asked; the first that fails gives a rejection its code. */
export function rulesOf(type: OrderType, moment: Moment = 'submission'): readonly Rule[] {
  return byMoment[moment].get(type) ?? [];
}
