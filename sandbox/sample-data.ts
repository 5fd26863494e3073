import type { policies, products, skus, tenants } from '../db/schema/catalogue.ts';
import type { accounts, subscriptions } from '../db/schema/subscriptions.ts';

type Untenanted<T> = Omit<T, 'tenant'>;

export type SampleTenant = {
  tenant: string;
  seller: Untenanted<typeof tenants.$inferInsert>;
  policies: Untenanted<typeof policies.$inferInsert>[];
  products: Untenanted<typeof products.$inferInsert>[];
  skus: Untenanted<typeof skus.$inferInsert>[];
  accounts: Untenanted<typeof accounts.$inferInsert>[];
  subscriptions: Untenanted<typeof subscriptions.$inferInsert>[];
};

/** S0: managed host-based security. Totals, a contact address with each order, and an acknowledgement before the next order. */
const managedSecurity = {
  id: 'managed-security',
  version: 1,
  effectiveFrom: '2020-01-01',
  rules: { contactEmailRequired: {}, acknowledgementGate: { after: 'everyOrder' as const } },
};

/** S1: an endpoint product. Seats within the SKU's range, not below the seats in use; no dates, no gate. */
const endpoint = {
  id: 'endpoint',
  version: 1,
  effectiveFrom: '2020-01-01',
  rules: { skuQuantityRange: {}, notBelowAssignedQuantity: {} },
};

const agents = { unitOne: 'agent', unitMany: 'agents' };
const seats = { unitOne: 'seat', unitMany: 'seats' };

const hostSecurity = (id: string, name: string) => ({
  id,
  name: `Managed Host-based Security: ${name}`,
  vendor: 'managed-security',
  timeZone: 'Asia/Tokyo',
  policyId: managedSecurity.id,
  ...agents,
});

const catalogue = {
  policies: [managedSecurity, endpoint],
  products: [
    hostSecurity('anti-virus', 'Anti-Virus'),
    hostSecurity('virtual-patch', 'Virtual Patch'),
    hostSecurity('security-package', 'Package'),
    {
      id: 'endpoint-security',
      name: 'Kaspersky Endpoint Security',
      vendor: 'kaspersky',
      timeZone: 'Europe/Athens',
      policyId: endpoint.id,
      ...seats,
    },
  ],
  skus: [
    { id: 'anti-virus-agent', productId: 'anti-virus', name: 'Agent' },
    { id: 'virtual-patch-agent', productId: 'virtual-patch', name: 'Agent' },
    { id: 'security-package-agent', productId: 'security-package', name: 'Agent' },
    {
      id: 'endpoint-10-499',
      productId: 'endpoint-security',
      name: '10 to 499 seats',
      minimumQuantity: 10,
      maximumQuantity: 499,
    },
  ],
};

const subscription = (
  id: string,
  accountId: string,
  [productId, skuId]: readonly [string, string],
  quantity: number,
  assignedQuantity: number | null = null,
) => ({
  id,
  accountId,
  productId,
  skuId,
  vendorSubscriptionId: `vendor-${id}`,
  quantity,
  assignedQuantity,
  state: 'active' as const,
});

const antiVirus = ['anti-virus', 'anti-virus-agent'] as const;
const virtualPatch = ['virtual-patch', 'virtual-patch-agent'] as const;
const securityPackage = ['security-package', 'security-package-agent'] as const;
const endpointSecurity = ['endpoint-security', 'endpoint-10-499'] as const;

/** Two sellers that know nothing of each other; the people who sign in are in issuer/people.ts. */
export const sampleTenants: readonly SampleTenant[] = [
  {
    tenant: 'acme',
    seller: {
      name: 'Acme Cloud',
      supportContact: 'the Acme Cloud ticket system, https://support.acme.example/tickets',
    },
    ...catalogue,
    accounts: [
      { id: 'acc-hana', name: 'Hana Foods', contactEmail: 'hana@hanafoods.example' },
      { id: 'acc-bob', name: 'Miller Tools', contactEmail: 'bob@millertools.example' },
    ],
    subscriptions: [
      subscription('sub-hana-av', 'acc-hana', antiVirus, 5),
      subscription('sub-hana-package', 'acc-hana', securityPackage, 20),
      subscription('sub-hana-endpoint', 'acc-hana', endpointSecurity, 25, 17),
      subscription('sub-bob-patch', 'acc-bob', virtualPatch, 8),
      subscription('sub-bob-endpoint', 'acc-bob', endpointSecurity, 10, 4),
    ],
  },
  {
    tenant: 'globex',
    seller: { name: 'Globex Networks', supportContact: 'support@globex.example' },
    ...catalogue,
    accounts: [{ id: 'acc-grace', name: 'Grace Logistics', contactEmail: 'grace@gracelogistics.example' }],
    subscriptions: [
      subscription('sub-grace-av', 'acc-grace', antiVirus, 12),
      subscription('sub-grace-endpoint', 'acc-grace', endpointSecurity, 40, 31),
    ],
  },
];
