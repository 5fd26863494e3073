import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import { held } from './held.ts';
import type { SampleCatalogue, SampleSubscription } from './sample.ts';

const product = (id: string, name: string) => ({
  id,
  name: `Managed Host-based Security: ${name}`,
  vendor: 'managed-security',
  timeZone: 'Asia/Tokyo',
  policyId: 'managed-security',
  unitOne: 'agent',
  unitMany: 'agents',
});
const plan = (productId: string) => ({ id: `${productId}-standard`, productId, name: 'Standard', level: 1 });
const sku = (productId: string) => ({
  id: `${productId}-agent`,
  productId,
  planId: `${productId}-standard`,
  name: 'Agent',
});

const ids = ['anti-virus', 'virtual-patch', 'security-package'] as const;

/** S0: managed host-based security. Totals, a contact address with each order, and an acknowledgement before the next order. */
export const managedSecurity: SampleCatalogue = {
  policies: [
    {
      id: 'managed-security',
      version: 1,
      effectiveFrom: '2020-01-01',
      rules: { contactEmailRequired: {}, acknowledgementGate: { after: 'everyOrder' } },
    },
    {
      id: 'managed-security',
      version: 2,
      effectiveFrom: '2026-01-01',
      rules: { contactEmailRequired: {}, acknowledgementGate: { after: 'everyOrder' }, coolingOff: { days: 14 } },
      reason: 'Two weeks of cooling-off after a cancellation',
    },
  ],
  products: [
    product('anti-virus', 'Anti-Virus'),
    product('virtual-patch', 'Virtual Patch'),
    product('security-package', 'Package'),
  ],
  plans: ids.map(plan),
  skus: ids.map(sku),
  options: [],
};

/** A subscription to one of the three. */
export const agents = (
  today: PlainDate,
  productId: (typeof ids)[number],
  given: Pick<SampleSubscription, 'id' | 'accountId' | 'quantity'> & Partial<SampleSubscription>,
): SampleSubscription =>
  held(today, { productId, planId: `${productId}-standard`, skuId: `${productId}-agent`, ...given });

/** R4: cancelled yesterday, so that the account cannot buy the product again for two weeks. */
export const inCoolingOff = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  agents(today, 'virtual-patch', { id, accountId, quantity: 6, state: 'terminated', terminatedOn: addDays(today, -1) });
