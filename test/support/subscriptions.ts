import { dateIn } from '../../business-time.ts';
import { asTenant } from '../../db/client.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { endOfMonth, startOfMonth } from '../../domain/plain-date.ts';
import { atVendor } from '../../sandbox/sample/at-vendor.ts';
import type { Stack } from './stack.ts';

const products = {
  /** Gate after every order, a contact address with each. */
  antiVirus: { productId: 'anti-virus', planId: 'anti-virus-standard', skuId: 'anti-virus-agent' },
  /** 10 to 499 seats, not below those in use; no gate. */
  endpoint: { productId: 'endpoint-security', planId: 'endpoint-security-standard', skuId: 'endpoint-10-499' },
} as const;

type Given = Partial<Omit<typeof subscriptions.$inferInsert, 'id' | 'tenant'>> & {
  product?: keyof typeof products;
  tenant?: string;
};

/**
 * One more subscription beside the sample data, so that a test has one to itself: Hana's anti-virus with 10 agents, unless said
 * otherwise. Its id is made of `id`; the vendor knows it as `vendor-<id>`.
 */
export async function addSubscription(
  { database, vendor }: Stack,
  id: string,
  { product = 'antiVirus', tenant = 'acme', ...given }: Given = {},
): Promise<string> {
  const today = dateIn('UTC', new Date());
  const row = {
    tenant,
    id,
    accountId: 'acc-hana',
    ...products[product],
    vendorSubscriptionId: `vendor-${id}`,
    quantity: 10,
    state: 'active' as const,
    periodStart: startOfMonth(today),
    periodEnd: endOfMonth(today),
    firstOrderDate: startOfMonth(today),
    ...given,
  };
  await asTenant(database, 'changeover_owner', tenant, (transaction) => transaction.insert(subscriptions).values(row));
  await vendor.registerSubscription(row.vendorSubscriptionId, atVendor(row));
  return id;
}
