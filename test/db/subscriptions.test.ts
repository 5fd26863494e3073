import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { changeSubscription } from '../../db/change-subscription.ts';
import { subscriptionHistory } from '../../db/schema/subscriptions.ts';
import {
  findSubscription,
  listSubscriptions,
  lockSubscription,
  subscriptionIdAt,
  toSubscription,
  VersionConflict,
} from '../../db/subscriptions.ts';
import type { SubscriptionChange } from '../../domain/subscription.ts';
import { testDatabase } from './test-database.ts';

const { asWorker, asApi } = testDatabase();

const orderId = '0190c2a6-0000-7000-8000-000000000001';
const record = {
  orderId,
  actor: 'hana',
  reason: 'order changeQuantity',
  effectiveAt: new Date('2026-11-24T10:00:00Z'),
  effectiveDate: '2026-11-24' as const,
};
const present = (id: string) => asApi((transaction) => findSubscription(transaction, id));
const historyOf = (id: string) =>
  asApi((transaction) =>
    transaction
      .select()
      .from(subscriptionHistory)
      .where(eq(subscriptionHistory.subscriptionId, id))
      .orderBy(asc(subscriptionHistory.version)),
  );
const locked = async (transaction: Parameters<typeof lockSubscription>[0], id: string) => {
  const row = await lockSubscription(transaction, id);
  if (!row) throw new Error(`There is no subscription ${id}`);
  return row;
};

describe('changing a subscription', () => {
  it('writes the new total, counts the version, and keeps who, why and from when', async () => {
    await asWorker(async (transaction) =>
      changeSubscription(transaction, await locked(transaction, 'sub-hana-av'), { quantity: 6 }, record),
    );
    expect(await present('sub-hana-av')).toMatchObject({ quantity: 6, version: 2 });
    expect(await historyOf('sub-hana-av')).toMatchObject([
      { version: 1, snapshot: { quantity: 5 }, actor: 'sandbox', orderId: null },
      { version: 2, snapshot: { quantity: 6, state: 'active' }, ...record },
    ]);
  });

  it('writes every part an order may change, and keeps the whole of it in its history', async () => {
    const change: Required<SubscriptionChange> = {
      quantity: 25,
      planId: 'worry-free-services-standard',
      skuId: 'worry-free-services-standard-unit',
      options: { 'mobile-security': 25 },
      term: 'monthly',
      servicePeriod: { start: '2026-12-01', end: '2026-12-31' },
      state: 'suspended',
      autoRenewal: { enabled: false, frequency: 'monthly' },
      expirationDate: '2026-12-31',
      expirationNotificationDays: 10,
      unitsPerLicence: 5,
      managed: false,
      suspendedUntil: '2026-12-10',
    };
    const before = await asWorker((transaction) => locked(transaction, 'sub-hana-worry-free'));
    const after = await asWorker((transaction) => changeSubscription(transaction, before, change, record));
    expect(toSubscription(after)).toEqual({ ...toSubscription(before), ...change });
    expect(after.vendorSubscriptionId).toBe(before.vendorSubscriptionId);
    expect((await historyOf('sub-hana-worry-free')).at(-1)?.snapshot).toEqual(toSubscription(after));
  });

  it('remembers the day of an increase, and keeps it when a decrease follows', async () => {
    const change = (quantity: number, effectiveDate: '2026-11-20' | '2026-11-25') =>
      asWorker(async (transaction) => {
        const before = await locked(transaction, 'sub-kyoto-groupware-new');
        return changeSubscription(transaction, before, { quantity }, { ...record, effectiveDate });
      });
    expect((await change(9, '2026-11-25')).lastIncreaseDate).toBe('2026-11-25');
    expect((await change(7, '2026-11-25')).lastIncreaseDate).toBe('2026-11-25');
    // One that is recorded late does not take the day back.
    expect((await change(8, '2026-11-20')).lastIncreaseDate).toBe('2026-11-25');
  });

  it('remembers the day on which it was ended, and forgets it when it comes back', async () => {
    const change = (state: 'terminated' | 'active') =>
      asWorker(async (transaction) => {
        const before = await locked(transaction, 'sub-osaka-groupware-paid');
        return changeSubscription(transaction, before, { state }, record);
      });
    expect((await change('terminated')).terminatedOn).toBe('2026-11-24');
    expect((await change('active')).terminatedOn).toBeNull();
  });

  it('from a version that is no longer the present one throws, and changes nothing', async () => {
    const before = await asWorker((transaction) => locked(transaction, 'sub-hana-package'));
    await asWorker((transaction) => changeSubscription(transaction, before, { quantity: 21 }, record));
    const late = asWorker((transaction) => changeSubscription(transaction, before, { quantity: 22 }, record));
    await expect(late).rejects.toBeInstanceOf(VersionConflict);
    expect(await present('sub-hana-package')).toMatchObject({ quantity: 21, version: 2 });
    expect(await historyOf('sub-hana-package')).toHaveLength(2);
  });

  it('to no units at all is refused by the database', async () => {
    const change = asWorker(async (transaction) =>
      changeSubscription(transaction, await locked(transaction, 'sub-bob-patch'), { quantity: 0 }, record),
    );
    await expect(change).rejects.toMatchObject({ constraint: 'quantity_positive' });
  });
});

describe('the lock of a subscription', () => {
  it('lets the second transaction see what the first has written', async () => {
    const increase = () =>
      asWorker(async (transaction) => {
        const before = await locked(transaction, 'sub-bob-endpoint');
        await changeSubscription(transaction, before, { quantity: before.quantity + 1 }, record);
      });
    await Promise.all([increase(), increase(), increase(), increase()]);
    expect(await present('sub-bob-endpoint')).toMatchObject({ quantity: 14, version: 5 });
  });

  it('can be taken by the API too, which records acknowledgements of workflows that are gone', async () => {
    const row = await asApi((transaction) => lockSubscription(transaction, 'sub-hana-av'));
    expect(row?.id).toBe('sub-hana-av');
  });

  it('of a subscription of another tenant, or of none, finds nothing', async () => {
    expect(await asWorker((transaction) => lockSubscription(transaction, 'sub-grace-av'))).toBeUndefined();
    expect(await asWorker((transaction) => lockSubscription(transaction, 'sub-nobody'))).toBeUndefined();
  });
});

describe('pages of subscriptions', () => {
  const page = async (filter: Parameters<typeof listSubscriptions>[1]) =>
    (await asApi((transaction) => listSubscriptions(transaction, filter))).map(({ id }) => id);

  it('go by id and join to the whole', async () => {
    const all = await page({ limit: 100 });
    expect(all).toEqual([...new Set(all)].sort());
    expect(all.slice(0, 4)).toEqual(['sub-bob-endpoint', 'sub-bob-patch', 'sub-hana-av', 'sub-hana-endpoint']);
    expect(await page({ limit: 2 })).toEqual(all.slice(0, 2));
    expect(await page({ after: 'sub-bob-patch', limit: 2 })).toEqual(all.slice(2, 4));
    expect(await page({ after: all.at(-1), limit: 2 })).toEqual([]);
  });

  it('by accounts show theirs only, and nothing for no account', async () => {
    expect(await page({ accountIds: ['acc-bob'], limit: 100 })).toEqual(['sub-bob-endpoint', 'sub-bob-patch']);
    expect(await page({ accountIds: [], limit: 100 })).toEqual([]);
  });

  it('carry the product, the plan, the SKU and the account of each', async () => {
    const found = await present('sub-hana-endpoint');
    expect(found).toMatchObject({
      product: { id: 'endpoint-security', vendor: 'kaspersky', unitMany: 'seats' },
      plan: { id: 'endpoint-security-standard', level: 1 },
      sku: { id: 'endpoint-10-499', minimumQuantity: 10, maximumQuantity: 499 },
      account: { id: 'acc-hana', name: 'Hana Foods' },
    });
  });
});

describe('a name that a vendor gives a subscription', () => {
  it('leads to it for that vendor only', async () => {
    const idAt = (vendor: string, name: string) => asApi((transaction) => subscriptionIdAt(transaction, vendor, name));
    expect(await idAt('kaspersky', 'vendor-sub-hana-endpoint')).toBe('sub-hana-endpoint');
    expect(await idAt('trend-micro', 'vendor-sub-hana-endpoint')).toBeUndefined();
    expect(await idAt('kaspersky', 'vendor-sub-nobody')).toBeUndefined();
    expect(await idAt('managed-security', 'vendor-sub-grace-av')).toBeUndefined();
  });
});
