import type { OrderRequest, OrderType } from '../../../domain/order-types.ts';

type Examples = { readonly [T in OrderType]: Extract<OrderRequest, { type: T }> };

const subscriptionId = 'sub-1';

/** One order of each type about a subscription to Worry-Free; a new type does not compile until it has one. */
export const examples: Examples = {
  changeQuantity: { type: 'changeQuantity', subscriptionId, quantity: 22, expectedCurrentQuantity: 20 },
  cancel: { type: 'cancel', subscriptionId },
  undoCancel: { type: 'undoCancel', subscriptionId },
  suspend: { type: 'suspend', subscriptionId, until: '2026-04-10' },
  activate: { type: 'activate', subscriptionId },
  changeServicePlan: {
    type: 'changeServicePlan',
    subscriptionId,
    planId: 'advanced',
    options: [{ optionId: 'encryption', quantity: 1 }],
    unitsPerLicence: 5,
  },
  changeTerm: { type: 'changeTerm', subscriptionId, term: 'monthly' },
  changeOptions: { type: 'changeOptions', subscriptionId, options: [{ optionId: 'mobile', quantity: 3 }] },
  changeRenewal: { type: 'changeRenewal', subscriptionId, autoRenewal: { enabled: false, frequency: 'annual' } },
  changeExpiration: { type: 'changeExpiration', subscriptionId, expirationDate: '2027-06-30' },
  changeLicenceSettings: {
    type: 'changeLicenceSettings',
    subscriptionId,
    unitsPerLicence: 5,
    expirationNotificationDays: 60,
    managed: true,
  },
  purchase: {
    type: 'purchase',
    accountId: 'acc-1',
    productId: 'worry-free',
    planId: 'standard',
    quantity: 20,
    term: 'annual',
    options: [{ optionId: 'mobile', quantity: 3 }],
    activation: { mode: 'onDate', date: '2026-04-01' },
  },
  renew: { type: 'renew', subscriptionId },
};
