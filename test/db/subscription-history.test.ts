import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeSubscription } from '../../db/change-subscription.ts';
import { asTenant, type Transaction } from '../../db/client.ts';
import { subscriptionHistory } from '../../db/schema/subscriptions.ts';
import { historyOf, type Moments, subscriptionAsOf } from '../../db/subscription-history.ts';
import { lockSubscription } from '../../db/subscriptions.ts';
import { applyVendorEvent } from '../../db/vendor-events.ts';
import { subscription } from '../support/contract.ts';
import { testDatabase } from './test-database.ts';

const { opened, asWorker, asApi } = testDatabase();

const id = 'sub-with-history';
const instant = (day: number) => new Date(Date.UTC(2026, 10, day, 12));
/** Version, total, the day of November from which it held, and the day on which that was recorded. */
const changes = [
  [1, 5, 1, 1],
  [2, 8, 10, 10],
  [3, 6, 20, 20],
  // Recorded late: the total had been 7 since the 5th.
  [4, 7, 5, 25],
] as const;

beforeAll(() =>
  asTenant(opened(), 'changeover_owner', 'acme', (transaction: Transaction) =>
    transaction.insert(subscriptionHistory).values(
      changes.map(([version, quantity, from, recorded]) => ({
        ...{ tenant: 'acme', subscriptionId: id, version, actor: 'hana', reason: 'test' },
        ...{ snapshot: { ...subscription, quantity }, effectiveDate: '2026-11-24' as const },
        ...{ effectiveAt: instant(from), recordedAt: instant(recorded) },
      })),
    ),
  ),
);

const asOf = async (moments: Moments) =>
  (await asApi((transaction) => subscriptionAsOf(transaction, id, moments)))?.quantity;
const versions = async (options: Parameters<typeof historyOf>[2]) =>
  (await asApi((transaction) => historyOf(transaction, id, options))).map(({ version }) => version);

describe('a subscription as it was', () => {
  it.each([
    { so: 'now', moments: {}, quantity: 6 },
    { so: 'on the 12th', moments: { effectiveAt: instant(12) }, quantity: 8 },
    { so: 'on the 6th, as is known now', moments: { effectiveAt: instant(6) }, quantity: 7 },
    {
      so: 'on the 6th, as was known on the 24th',
      moments: { effectiveAt: instant(6), knownAt: instant(24) },
      quantity: 5,
    },
    { so: 'as was known on the 15th', moments: { knownAt: instant(15) }, quantity: 8 },
    { so: 'at the very moment of a change', moments: { effectiveAt: instant(10) }, quantity: 8 },
    { so: 'before there was any', moments: { effectiveAt: instant(0) }, quantity: undefined },
    { so: 'before anything was known', moments: { knownAt: instant(0) }, quantity: undefined },
  ])('$so', async ({ moments, quantity }) => {
    expect(await asOf(moments)).toBe(quantity);
  });
});

describe('pages of history', () => {
  it('go in the order of recording and join to the whole', async () => {
    expect(await versions({ limit: 100 })).toEqual([1, 2, 3, 4]);
    expect(await versions({ limit: 2 })).toEqual([1, 2]);
    expect(await versions({ after: 2, limit: 2 })).toEqual([3, 4]);
    expect(await versions({ after: 4, limit: 2 })).toEqual([]);
  });

  it('can be narrowed to what held, and to what was known, at a moment', async () => {
    expect(await versions({ effectiveAt: instant(10), limit: 100 })).toEqual([1, 2, 4]);
    expect(await versions({ knownAt: instant(24), limit: 100 })).toEqual([1, 2, 3]);
    expect(await versions({ effectiveAt: instant(10), knownAt: instant(24), limit: 100 })).toEqual([1, 2]);
  });

  it('of another tenant’s subscription are empty', async () => {
    expect(await asApi((transaction) => historyOf(transaction, 'sub-grace-av', { limit: 100 }))).toEqual([]);
  });
});

describe('a chain of orders and reports', () => {
  it('is one history, whose last entry is the subscription as it is', async () => {
    const vendor = { vendor: 'trend-micro', eventId: randomUUID(), subscriptionId: 'sub-osaka-suite' };
    await asApi((transaction) =>
      applyVendorEvent(transaction, {
        ...vendor,
        type: 'assignedQuantity',
        assignedQuantity: 21,
        effectiveAt: instant(20),
      }),
    );
    await asWorker(async (transaction) => {
      const row = await lockSubscription(transaction, 'sub-osaka-suite');
      if (!row) throw new Error('It is gone');
      const record = {
        orderId: randomUUID(),
        actor: 'paula',
        reason: 'order changeQuantity',
        effectiveAt: instant(21),
      };
      await changeSubscription(transaction, row, { quantity: 30 }, { ...record, effectiveDate: '2026-11-21' });
    });
    const rows = await asApi((transaction) => historyOf(transaction, 'sub-osaka-suite', { limit: 100 }));
    expect(rows.map(({ actor, snapshot }) => [actor, snapshot.quantity, snapshot.assignedQuantity])).toEqual([
      ['sandbox', 25, 19],
      ['vendor trend-micro', 25, 21],
      ['paula', 30, 21],
    ]);
  });
});
