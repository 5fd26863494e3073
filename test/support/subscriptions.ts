import { dateIn } from '../../business-time.ts';
import { asTenant, type Database } from '../../db/client.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { addMonths, endOfMonth, startOfMonth } from '../../domain/plain-date.ts';
import { atVendor } from '../../sandbox/sample/at-vendor.ts';
import type { Stack } from './stack.ts';

const products = {
  /** Gate after every order, a contact address with each. */
  antiVirus: { productId: 'anti-virus', planId: 'anti-virus-standard', skuId: 'anti-virus-agent' },
  /** 10 to 499 seats, not below those in use; no gate. */
  endpoint: { productId: 'endpoint-security', planId: 'endpoint-security-standard', skuId: 'endpoint-10-499' },
  /** Decreases next month, or in an annual term's window for the next one; no gate. */
  groupware: { productId: 'groupware', planId: 'groupware-standard', skuId: 'groupware-user' },
  /** A lower and a higher plan with options, and every setting; no gate. */
  worryFree: {
    productId: 'worry-free-services',
    planId: 'worry-free-services-standard',
    skuId: 'worry-free-services-standard-unit',
    unitsPerLicence: 1,
  },
} as const;

type Given = Partial<Omit<typeof subscriptions.$inferInsert, 'id' | 'tenant'>> & {
  product?: keyof typeof products;
  tenant?: string;
};

/**
 * One more subscription beside the sample data, so that a test has one to itself: Hana's anti-virus with 10 agents, held for more
 * than a year, unless said otherwise. Its id is made of `id`; the vendor knows it as `vendor-<id>`.
 */
export async function addSubscription(
  stack: Pick<Stack, 'database' | 'vendor'>,
  id: string,
  given: Given = {},
): Promise<string> {
  const row = await insertSubscription(stack.database, id, given);
  await stack.vendor.registerSubscription(row.vendorSubscriptionId, atVendor(row));
  return id;
}

/** The same for a test without a vendor. */
export async function insertSubscription(
  database: Database,
  id: string,
  { product = 'antiVirus', tenant = 'acme', ...given }: Given = {},
): Promise<typeof subscriptions.$inferInsert> {
  const month = startOfMonth(dateIn('UTC', new Date()));
  const row = {
    tenant,
    id,
    accountId: 'acc-hana',
    ...products[product],
    vendorSubscriptionId: `vendor-${id}`,
    quantity: 10,
    state: 'active' as const,
    periodStart: month,
    periodEnd: endOfMonth(month),
    autoRenewalFrequency: given.term ?? 'monthly',
    firstOrderDate: addMonths(month, -14),
    ...given,
  };
  await asTenant(database, 'changeover_owner', tenant, (transaction) => transaction.insert(subscriptions).values(row));
  return row;
}
