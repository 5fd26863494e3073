import { periodFrom } from '../calendar/service-period.ts';
import type { Product, Term } from '../catalogue.ts';
import { skuIn } from '../catalogue.ts';
import { type PlainDate, startOfNextMonth } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import type { OptionQuantity } from '../requested-change.ts';
import {
  activationDateAhead,
  activationModesOf,
  activationOffered,
  coolingOff,
  notReassigned,
} from '../rules/purchase-rules.ts';
import type { ActivationMode, Subscription } from '../subscription.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { listed } from './part-steps.ts';
import { describeParts } from './parts-words.ts';

/** A new subscription. It has no `subscriptionId` yet; the order's own becomes it. */
export type Purchase = Omit<OrderFields, 'subscriptionId' | 'supersede'> & {
  type: 'purchase';
  supersede?: undefined;
  accountId: string;
  productId: string;
  planId: string;
  /** Licensed units, in total. */
  quantity: number;
  term: Term;
  options?: readonly OptionQuantity[] | undefined;
  /** R13. `date` with `onDate` only. */
  activation: { mode: ActivationMode; date?: PlainDate | undefined };
  /** R12: that it is meant to stand beside a subscription to the product which the account has already. */
  additional?: boolean | undefined;
};

export const purchase: OrderTypeDescription<Purchase> = {
  type: 'purchase',
  orderableBy: ['customer', 'partner', 'operator'],
  from: ['pendingActivation'],
  modifies: false,
  requested: ({ quantity, planId, term, options }) => ({ quantity, planId, term, ...(options && { options }) }),
  rules: [coolingOff, notReassigned, activationOffered, activationDateAhead],
  effectiveDate: ({ date }) => date,
  // Its term is of its beginning, not a change of term.
  effect: ({ subscription: { servicePeriod, autoRenewal, expirationDate } }) => ({
    servicePeriod,
    autoRenewal,
    expirationDate,
  }),
  examples({
    subscription: { accountId, productId, planId, quantity, term, activation },
    product,
    date,
    contactEmail,
  }) {
    const [mode = activation.mode] = activationModesOf(product.activationPolicy);
    const order: Purchase = {
      type: 'purchase',
      accountId,
      productId,
      planId,
      quantity,
      term,
      activation: { mode, ...(mode === 'onDate' && { date }) },
      additional: true,
      contactEmail,
    };
    return [{ action: 'purchase', order }];
  },
  reversedBy: () => undefined,
  steps({ productId, planId, quantity, term, activation }, { after: { servicePeriod, options } }) {
    const { mode, date = null } = activation;
    const does = {
      operation: 'create' as const,
      productId,
      planId,
      quantity,
      term,
      servicePeriod,
      options: listed(options),
      activation: { mode, date },
    };
    return [{ name: 'create', does, undoes: { operation: 'terminate' } }];
  },
  words: {
    ordered: ({ order, product }) => `Buy ${product.name}: ${describeParts(purchase.requested(order), product)}`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Subscription bought',
      text: `${product.name}, from ${effectiveDate}: ${describeParts(purchase.requested(order), product)}.`,
    }),
    failed: ({ product }) => ({
      title: 'Subscription not bought',
      text: `${product.name} could not be bought.`,
    }),
  },
};

/**
 * The subscription a purchase is about to make, before anything of it is there: nothing licensed, nothing active. An annual
 * term starts on the first of the next month where the contract says so (R17).
 */
export function prospectiveSubscription(
  order: Purchase,
  {
    id,
    product,
    policy,
    date,
    partnerId,
  }: { id: string; product: Product; policy: Policy; date: PlainDate; partnerId: string | null },
): Subscription {
  const fromNextMonth = order.term === 'annual' && policy.rules.annualTermFromNextMonth !== undefined;
  const servicePeriod = periodFrom(order.term, fromNextMonth ? startOfNextMonth(date) : date);
  return {
    id,
    accountId: order.accountId,
    productId: order.productId,
    planId: order.planId,
    skuId: skuIn(product, order.planId, order.quantity)?.id ?? '',
    quantity: 0,
    assignedQuantity: null,
    options: {},
    term: order.term,
    servicePeriod,
    state: 'pendingActivation',
    trial: false,
    autoRenewal: { enabled: true, frequency: order.term },
    expirationDate: product.settings.includes('expirationDate') ? servicePeriod.end : null,
    expirationNotificationDays: null,
    unitsPerLicence: null,
    managed: false,
    firstOrderDate: date,
    activation: { mode: order.activation.mode, date: order.activation.date ?? null },
    suspendedUntil: null,
    partnerId,
  };
}
