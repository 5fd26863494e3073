import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateIn, startOfDay } from '../../business-time.ts';
import { loadProduct } from '../../db/catalogue.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { loadFacts, loadPurchaseFacts } from '../../db/order-facts.ts';
import { loadPolicy } from '../../db/policies.ts';
import { lockSubscription, toSubscription } from '../../db/subscriptions.ts';
import { renewalWindowOf } from '../../domain/calendar/service-period.ts';
import { type Decision, decide } from '../../domain/decide.ts';
import type { Purchase } from '../../domain/order-types/purchase.ts';
import type { OrderRequest } from '../../domain/order-types.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { purchaseInput } from '../../domain/purchase-input.ts';
import type { Role } from '../../domain/role.ts';
import { sampleTenants } from '../../sandbox/sample-data.ts';
import { seed } from '../../sandbox/seed.ts';
import { createEmptyDatabase, type OwnDatabase } from '../support/database.ts';

const noon = (date: PlainDate) => new Date(startOfDay('UTC', date).getTime() + 12 * 3_600_000);
const days: PlainDate[] = ['2026-11-24', '2026-12-01', '2026-12-31', '2027-01-01', '2027-02-28', '2028-02-29'];

describe.each(days)('the sample data on %s', (day) => {
  const now = noon(day);
  const { subscriptions, products, plans, skus } = sampleTenants(now)[0] ?? { subscriptions: [] };
  const zoneOf = (productId: string) => products?.find(({ id }) => id === productId)?.timeZone ?? '';

  it('has the day within each service period, and each plan and SKU in the catalogue', () => {
    for (const { id, productId, planId, skuId, periodStart, periodEnd } of subscriptions) {
      const today = dateIn(zoneOf(productId), now);
      expect([periodStart <= today, today <= periodEnd], id).toEqual([true, true]);
      expect(plans?.find((plan) => plan.id === planId)?.productId, id).toBe(productId);
      expect(skus?.find((sku) => sku.id === skuId)?.planId, id).toBe(planId);
    }
  });

  it('has an annual term outside of its renewal window and one within', () => {
    const inWindow = (id: string) => {
      const row = subscriptions.find((subscription) => subscription.id === id);
      if (!row) throw new Error(`There is no ${id}`);
      const window = renewalWindowOf({ start: row.periodStart, end: row.periodEnd });
      const today = dateIn('Asia/Tokyo', now);
      return window.start <= today && today <= window.end;
    };
    expect([inWindow('sub-hana-groupware'), inWindow('sub-kyoto-groupware-renewing')]).toEqual([false, true]);
  });
});

describe.each<PlainDate>(['2026-11-24', '2026-12-31', '2028-02-29'])('what is held on %s', (day) => {
  const now = noon(day);
  let owned: OwnDatabase;
  let database: Database;
  beforeAll(async () => {
    owned = await createEmptyDatabase();
    await migrate(owned.url);
    await seed(owned.url, now);
    database = openDatabase(owned.url);
  });
  afterAll(async () => {
    await database.close();
    await owned.drop();
  });

  const asked = (order: Exclude<OrderRequest, Purchase>, role: Role = 'customer'): Promise<Decision> =>
    asTenant(database, 'changeover_worker', 'acme', async (transaction) => {
      const row = await lockSubscription(transaction, order.subscriptionId);
      if (!row) throw new Error(`There is no ${order.subscriptionId}`);
      const product = await loadProduct(transaction, row.productId);
      const today = dateIn(product.timeZone, now);
      return decide({
        ...{ order, subscription: toSubscription(row), product, today },
        policy: await loadPolicy(transaction, product.policyId, today),
        facts: await loadFacts(transaction, row, { role, today }),
      });
    });
  const total = (subscriptionId: string, quantity: number, expectedCurrentQuantity: number) =>
    ({
      type: 'changeQuantity',
      subscriptionId,
      quantity,
      expectedCurrentQuantity,
      contactEmail: 'a@a.example',
    }) as const;
  const cancel = (subscriptionId: string) => ({ type: 'cancel', subscriptionId }) as const;
  const codes = async (decision: Promise<Decision>) => (await decision).rejections.map(({ code }) => code);

  it.each<[string, Exclude<OrderRequest, Purchase>, string[]]>([
    ['a trial', total('sub-osaka-trial', 11, 10), ['TRIAL_LOCKED']],
    ['a plan at its End of Life', total('sub-kyoto-end-of-life', 16, 15), ['END_OF_LIFE_LOCKED']],
    ['a suite whose composition has changed', total('sub-hana-suite', 41, 40), ['COMPOSITION_APPROVAL_REQUIRED']],
    ['what was bought through a partner', total('sub-osaka-suite', 26, 25), ['BOUGHT_THROUGH_PARTNER']],
    ['a decrease below the seats in use', total('sub-hana-endpoint', 16, 25), ['BELOW_ASSIGNED_QUANTITY']],
    ['a decrease within the annual term', total('sub-hana-groupware', 18, 20), ['DECREASE_OUTSIDE_RENEWAL_WINDOW']],
    ['a decrease in the first month', total('sub-kyoto-groupware-new', 7, 8), ['DECREASE_IN_FIRST_MONTH']],
    ['leaving with the month unpaid', cancel('sub-osaka-groupware-unpaid'), ['PAYMENT_REQUIRED']],
    ['what waits for its code', total('sub-kyoto-on-premise', 13, 12), ['SUBSCRIPTION_NOT_ACTIVATED']],
    ['what is suspended', total('sub-osaka-endpoint', 61, 60), ['SUBSCRIPTION_SUSPENDED']],
    ['what is cancelled', total('sub-kyoto-patch', 7, 6), ['SUBSCRIPTION_ENDED']],
    ['an ordinary increase', total('sub-hana-av', 6, 5), []],
    ['an increase within the annual term', total('sub-hana-groupware', 21, 20), []],
    ['a decrease in the renewal window', total('sub-kyoto-groupware-renewing', 30, 35), []],
    ['a decrease of a paid monthly term', total('sub-osaka-groupware-paid', 10, 12), []],
    ['leaving with the month paid', cancel('sub-osaka-groupware-paid'), []],
    ['more of what expires soon', total('sub-hana-worry-free', 35, 30), []],
  ])('answers as its contract says: %s', async (_, order, expected) => {
    expect(await codes(asked(order))).toEqual(expected);
  });

  it('lets the partner change what was bought through it', async () => {
    expect(await codes(asked(total('sub-osaka-suite', 26, 25), 'partner'))).toEqual([]);
  });

  it('sells nobody again what was cancelled yesterday', async () => {
    const order: Purchase = {
      ...{
        type: 'purchase',
        accountId: 'acc-hana-kyoto',
        productId: 'virtual-patch',
        planId: 'virtual-patch-standard',
      },
      ...{ quantity: 3, term: 'monthly', activation: { mode: 'firstLogon' }, contactEmail: 'a@a.example' },
    };
    const decision = asTenant(database, 'changeover_worker', 'acme', async (transaction) => {
      const product = await loadProduct(transaction, order.productId);
      const today = dateIn(product.timeZone, now);
      const policy = await loadPolicy(transaction, product.policyId, today);
      const facts = await loadPurchaseFacts(transaction, { ...order, role: 'customer' });
      return decide(purchaseInput(order, { id: 'new', product, policy, facts, partnerId: null, today }));
    });
    expect(await codes(decision)).toEqual(['COOLING_OFF']);
  });
});
