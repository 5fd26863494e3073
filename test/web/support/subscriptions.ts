import type { PendingChange, Subscription } from '../../../client/generated/types.gen.ts';

/** 5 agents, monthly, with nothing pending. */
export const aSubscription = (change: Partial<Subscription> = {}): Subscription => ({
  id: 'sub-1',
  account: { id: 'acc-1', name: 'Hana Foods', contactEmail: 'hana@hanafoods.example' },
  product: { id: 'product-1', name: 'Anti-Virus', timeZone: 'Asia/Tokyo', unit: { one: 'agent', many: 'agents' } },
  plan: { id: 'plan-1', name: 'Standard', level: 1, lifecycle: 'active' },
  sku: { id: 'sku-1', name: 'Agent', minimumQuantity: null, maximumQuantity: null, quantityStep: 1 },
  quantity: 5,
  assignedQuantity: null,
  options: {},
  term: 'monthly',
  servicePeriod: { start: '2026-11-01', end: '2026-11-30' },
  state: 'active',
  trial: false,
  autoRenewal: { enabled: true, frequency: 'monthly' },
  expirationDate: null,
  expirationNotificationDays: null,
  unitsPerLicence: null,
  managed: false,
  firstOrderDate: '2026-01-10',
  activation: { mode: 'firstLogon', date: null },
  suspendedUntil: null,
  partnerId: null,
  licenceStatus: 'normal',
  compositionApprovalPending: false,
  version: 1,
  phase: 'monthly',
  renewalWindow: null,
  pendingChanges: [],
  ...change,
});

/** A change to 4 agents on the first of December. */
export const aPendingChange = (change: Partial<PendingChange> = {}): PendingChange => ({
  orderId: 'order-0',
  type: 'changeQuantity',
  effectiveDate: '2026-12-01',
  words: 'Change the quantity to 4 agents in total',
  ...change,
});
