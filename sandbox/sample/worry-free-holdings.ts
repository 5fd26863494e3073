import { addDays, addMonths, type PlainDate, startOfMonth } from '../../domain/plain-date.ts';
import { held } from './held.ts';
import type { SampleSubscription } from './sample.ts';

type Given = Pick<SampleSubscription, 'id' | 'accountId' | 'quantity'> & Partial<SampleSubscription>;

const licence = (today: PlainDate, productId: string, plan: string, given: Given): SampleSubscription => {
  const planId = `${productId}-${plan}`;
  const row = held(today, { productId, planId, skuId: `${planId}-unit`, unitsPerLicence: 1, ...given });
  return { expirationDate: row.periodEnd, expirationNotificationDays: 30, ...row };
};

/** In use, and expiring soon: its annual licence ends in three weeks. */
export const expiringSoon = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  licence(today, 'worry-free-services', 'advanced', {
    id,
    accountId,
    quantity: 30,
    assignedQuantity: 22,
    options: { 'mobile-security': 30, 'endpoint-sensor': 1 },
    managed: true,
    term: 'annual',
    periodStart: addDays(addMonths(today, -12), 21),
  });

/** R8: a trial licence of thirty days. */
export const trial = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  licence(today, 'worry-free-services', 'standard', {
    id,
    accountId,
    quantity: 10,
    assignedQuantity: 3,
    trial: true,
    firstOrderDate: addDays(today, -12),
    periodStart: addDays(today, -12),
    periodEnd: addDays(today, 17),
    autoRenewalEnabled: false,
    expirationNotificationDays: 7,
  });

/** R8: in use on a plan that has reached its End of Life. */
export const endOfLife = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  licence(today, 'worry-free-services', '5', { id, accountId, quantity: 15, assignedQuantity: 15 });

/** R9: its suite's composition has changed, and no partner has approved that. */
export const awaitingApproval = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  licence(today, 'worry-free-suite', 'complete', {
    id,
    accountId,
    quantity: 40,
    assignedQuantity: 36,
    term: 'annual',
    periodStart: addMonths(startOfMonth(today), -4),
  });

/** R25. */
export const boughtThrough = (partnerId: string, today: PlainDate, id: string, accountId: string): SampleSubscription =>
  licence(today, 'worry-free-suite', 'essentials', { id, accountId, quantity: 25, assignedQuantity: 19, partnerId });

/** R13: bought on-premise, and its code not yet entered. */
export const pendingActivation = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  licence(today, 'worry-free-on-premise', 'standard', {
    id,
    accountId,
    quantity: 12,
    state: 'pendingActivation',
    activationMode: 'code',
    firstOrderDate: addDays(today, -2),
    term: 'annual',
    periodStart: addDays(today, -2),
  });
