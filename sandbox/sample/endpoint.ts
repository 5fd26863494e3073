import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import { held } from './held.ts';
import type { SampleCatalogue, SampleSubscription } from './sample.ts';

const productId = 'endpoint-security';
const planId = 'endpoint-security-standard';

/** S1: an endpoint product. Seats within the SKU's range, not below the seats in use; activated by code; no dates, no gate. */
export const endpoint: SampleCatalogue = {
  policies: [
    {
      id: 'endpoint',
      version: 1,
      effectiveFrom: '2020-01-01',
      rules: { skuQuantityRange: {}, notBelowAssignedQuantity: {} },
    },
  ],
  products: [
    {
      id: productId,
      name: 'Kaspersky Endpoint Security',
      vendor: 'kaspersky',
      timeZone: 'Europe/Athens',
      policyId: 'endpoint',
      unitOne: 'seat',
      unitMany: 'seats',
      activationPolicy: 'saasWithCode',
    },
  ],
  plans: [{ id: planId, productId, name: 'Standard', level: 1 }],
  skus: [
    {
      id: 'endpoint-10-499',
      productId,
      planId,
      name: '10 to 499 seats',
      minimumQuantity: 10,
      maximumQuantity: 499,
    },
    {
      id: 'endpoint-500-up',
      productId,
      planId,
      name: '500 seats and more, in tens',
      minimumQuantity: 500,
      quantityStep: 10,
    },
  ],
  options: [],
};

type Given = Pick<SampleSubscription, 'id' | 'accountId' | 'quantity'> & Partial<SampleSubscription>;

export const seats = (today: PlainDate, given: Given): SampleSubscription =>
  held(today, { productId, planId, skuId: 'endpoint-10-499', activationMode: 'code', ...given });

/** Suspended by an operator for two weeks more, after which it goes on by itself (R24). */
export const suspended = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  seats(today, {
    id,
    accountId,
    quantity: 60,
    assignedQuantity: 41,
    state: 'suspended',
    suspendedUntil: addDays(today, 14),
  });
