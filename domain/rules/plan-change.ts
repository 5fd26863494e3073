import { holds, lifecycleOn, optionOf, planOf, skuIn } from '../catalogue.ts';
import { optionsAfter } from '../options-held.ts';
import { addDays } from '../plain-date.ts';
import { failed, type Rule } from './rule.ts';

const common = { namedInPolicyAs: null, part: 'planId' } as const;

/** R10. */
export const planChangeOffered: Rule = {
  ...common,
  name: 'planChangeOffered',
  source: 'R10',
  sentence:
    'A plan is changed only for products that offer multiple levels of service and only when there are separate service plans created for each level of service.',
  judged: 'onDecisionDate',
  check({ product }) {
    const planIds = product.plans.map(({ id }) => id);
    return planIds.length > 1 ? { inputs: { planIds } } : failed('PLAN_CHANGE_NOT_OFFERED', { planIds });
  },
};

/** R10, R12: the plan is changed in place, so it is one of the same product, at the same vendor. */
export const planOfProduct: Rule = {
  ...common,
  name: 'planOfProduct',
  source: 'R12',
  sentence: 'Modify the existing service plan assigned to the existing account; select from the available options.',
  judged: 'onDecisionDate',
  check({ requested: { planId = '' }, product }) {
    const planIds = product.plans.map(({ id }) => id);
    const inputs = { planId, planIds };
    return planOf(product, planId) === undefined ? failed('PLAN_NOT_IN_PRODUCT', inputs) : { inputs };
  },
};

export const planOnSale: Rule = {
  ...common,
  name: 'planOnSale',
  source: 'system',
  sentence: 'A plan that has reached End of Sale is not sold to anybody new.',
  judged: 'onDecisionDate',
  check({ requested: { planId = '' }, product, subscription, date }) {
    const plan = planOf(product, planId);
    const endOfSaleDate = plan?.endOfSaleDate ?? null;
    const inputs = { planId, endOfSaleDate, endOfLifeDate: plan?.endOfLifeDate ?? null, date };
    const keeps = planId === subscription.planId && subscription.quantity > 0;
    if (plan === undefined || keeps) return { inputs };
    if (lifecycleOn(plan, date) !== 'active') return failed('PLAN_NOT_ON_SALE', inputs);
    return { inputs, ...(endOfSaleDate !== null && { passesUntil: addDays(endOfSaleDate, -1) }) };
  },
};

/** What is sold in the plan must hold the total the subscription will have in it. */
export const planHoldsQuantity: Rule = {
  ...common,
  name: 'planHoldsQuantity',
  source: 'system',
  sentence: 'The plan is sold in the quantity that the subscription has.',
  judged: 'alsoAtEffect',
  check({ requested: { planId = '', quantity }, product, subscription }) {
    const total = quantity ?? subscription.quantity;
    const sku = skuIn(product, planId, total);
    const inputs = { planId, quantity: total, skuId: sku?.id ?? null };
    const known = planOf(product, planId) !== undefined;
    return known && (sku === undefined || !holds(sku, total))
      ? failed('PLAN_DOES_NOT_HOLD_QUANTITY', inputs)
      : { inputs };
  },
};

/** Options held come along, so the plan must have them; to give one up is the person's to say. */
export const planHoldsOptions: Rule = {
  ...common,
  name: 'planHoldsOptions',
  source: 'R11',
  sentence: 'An add-on is included only where it is available for the product/service.',
  judged: 'alsoAtEffect',
  check({ requested: { planId = '', options = [] }, product, subscription }) {
    const unavailable = Object.keys(optionsAfter(options, subscription.options)).filter(
      (id) => optionOf(product, id)?.planIds.includes(planId) === false,
    );
    const inputs = { planId, unavailable };
    const known = planOf(product, planId) !== undefined;
    return known && unavailable.length > 0 ? failed('PLAN_LACKS_OPTIONS', inputs) : { inputs };
  },
};
