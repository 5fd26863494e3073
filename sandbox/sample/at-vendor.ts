import type { RegistrationRequest } from '../vendor/subscription.ts';
import type { SampleSubscription } from './sample.ts';

/** The subscription as its vendor knows it: the same in all that both know, with a code where it is activated with one. */
export function atVendor(row: SampleSubscription): RegistrationRequest {
  return {
    state: row.state,
    quantity: row.quantity,
    planId: row.planId,
    options: Object.entries(row.options ?? {}).map(([optionId, quantity]) => ({ optionId, quantity })),
    term: row.term ?? 'monthly',
    servicePeriod: { start: row.periodStart, end: row.periodEnd },
    autoRenewal: { enabled: row.autoRenewalEnabled ?? true, frequency: row.autoRenewalFrequency ?? 'monthly' },
    expirationDate: row.expirationDate ?? null,
    unitsPerLicence: row.unitsPerLicence ?? null,
    expirationNotificationDays: row.expirationNotificationDays ?? null,
    managed: row.managed ?? false,
    assignedQuantity: row.assignedQuantity ?? null,
    ...(row.activationMode !== 'code' && { activationCode: null }),
  };
}
