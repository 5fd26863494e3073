import { partsEffectDate } from '../calendar/effect-date.ts';
import type { RequestedChange } from '../requested-change.ts';
import { planChangeOffered } from '../rules/plan-change.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { partSteps } from './part-steps.ts';
import { describeParts } from './parts-words.ts';
import { presentParts } from './present-parts.ts';

/** R10, R11: S2's screen, saved as one. At least one part; all of them hold, or none. */
export type ChangeServicePlan = OrderFields & { type: 'changeServicePlan' } & Omit<
    RequestedChange,
    'quantity' | 'term'
  >;

/** Only what is asked for, so that what is not stays out of rules and traces. */
export function partsOf(order: Omit<RequestedChange, 'quantity' | 'term'>): RequestedChange {
  const { planId, options, unitsPerLicence, expirationDate, autoRenewal, expirationNotificationDays, managed } = order;
  return {
    ...(planId !== undefined && { planId }),
    ...(options !== undefined && { options }),
    ...(unitsPerLicence !== undefined && { unitsPerLicence }),
    ...(expirationDate !== undefined && { expirationDate }),
    ...(autoRenewal !== undefined && { autoRenewal }),
    ...(expirationNotificationDays !== undefined && { expirationNotificationDays }),
    ...(managed !== undefined && { managed }),
  };
}

export const changeServicePlan: OrderTypeDescription<ChangeServicePlan> = {
  type: 'changeServicePlan',
  orderableBy: ['partner', 'operator'],
  from: ['active'],
  modifies: true,
  requested: partsOf,
  rules: [planChangeOffered],
  effectiveDate: (input) => partsEffectDate(input.requested, input),
  effect: () => ({}),
  examples({ subscription: { id, planId }, product: { plans }, contactEmail }) {
    const others = plans.filter((plan) => plan.id !== planId);
    const order = (to: string): ChangeServicePlan => ({
      type: 'changeServicePlan',
      subscriptionId: id,
      planId: to,
      contactEmail,
    });
    if (others.length === 0) return [{ action: 'changePlan', order: order(planId) }];
    return others.map((plan) => ({ action: `changePlanTo:${plan.id}`, order: order(plan.id) }));
  },
  reversedBy({ subscriptionId, contactEmail, ...order }, before) {
    const parts = presentParts(partsOf(order), before);
    return parts && { type: 'changeServicePlan', subscriptionId, contactEmail, ...parts };
  },
  steps: (order, change) => partSteps(changeServicePlan.requested(order), change),
  words: {
    ordered: ({ order, product }) => `Change the service plan: ${describeParts(partsOf(order), product)}`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Service plan changed',
      text: `${product.name}, effective ${effectiveDate}: ${describeParts(partsOf(order), product)}.`,
    }),
    failed: ({ product }) => ({
      title: 'Service plan not changed',
      text: `The service plan of ${product.name} could not be changed. None of the changes was made.`,
    }),
  },
};
