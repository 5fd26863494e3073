import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findPlan } from '../../db/catalogue.ts';
import { vendorEvents } from '../../db/schema/facts.ts';
import { subscriptionHistory } from '../../db/schema/subscriptions.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { applyVendorEvent, type VendorEvent } from '../../db/vendor-events.ts';
import { testDatabase } from './test-database.ts';

const { asApi, asWorker } = testDatabase();

/** `Omit` that keeps a union a union. */
type But<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;
type Given = But<VendorEvent, 'eventId' | 'effectiveAt' | 'vendor'> & { eventId?: string; vendor?: string };

const report = (given: Given, effectiveAt = '2026-11-24T10:00:00Z') => {
  const event = { vendor: 'trend-micro', eventId: randomUUID(), effectiveAt: new Date(effectiveAt), ...given };
  return asApi((transaction) => applyVendorEvent(transaction, event as VendorEvent));
};
const present = (id: string) => asApi((transaction) => findSubscription(transaction, id));
const plan = (id: string) => asApi((transaction) => findPlan(transaction, id));
const historyOf = (id: string) =>
  asApi((transaction) =>
    transaction
      .select()
      .from(subscriptionHistory)
      .where(eq(subscriptionHistory.subscriptionId, id))
      .orderBy(asc(subscriptionHistory.version)),
  );
const kept = (eventId: string) =>
  asApi((transaction) => transaction.select().from(vendorEvents).where(eq(vendorEvents.eventId, eventId)));

describe('an activation at the vendor (R13)', () => {
  it('makes a pending subscription active, with history and the event on record', async () => {
    const eventId = 'first-logon';
    const result = await report(
      { type: 'activated', subscriptionId: 'sub-kyoto-on-premise', eventId },
      '2026-11-25T03:00:00Z',
    );
    expect(result).toBe('applied');
    expect(await present('sub-kyoto-on-premise')).toMatchObject({ state: 'active', version: 2 });
    expect((await historyOf('sub-kyoto-on-premise')).at(-1)).toMatchObject({
      version: 2,
      orderId: null,
      actor: 'vendor trend-micro',
      reason: 'activated (event first-logon)',
      snapshot: { state: 'active' },
      effectiveAt: new Date('2026-11-25T03:00:00Z'),
      // Still the 24th in Chicago.
      effectiveDate: '2026-11-24',
    });
    expect(await kept(eventId)).toMatchObject([{ type: 'activated', outcome: 'applied', payload: {}, planId: null }]);
  });

  it.each(['sub-osaka-endpoint', 'sub-hana-endpoint'])('of %s, which is not pending, changes nothing', async (id) => {
    const before = await present(id);
    expect(await report({ type: 'activated', subscriptionId: id, vendor: 'kaspersky' })).toBe('applied');
    expect(await present(id)).toEqual(before);
  });
});

describe('units in use', () => {
  const inUse = (assignedQuantity: number | null, effectiveAt?: string, eventId: string = randomUUID()) =>
    report({ type: 'assignedQuantity', subscriptionId: 'sub-hana-worry-free', assignedQuantity, eventId }, effectiveAt);
  const stored = async () => (await present('sub-hana-worry-free'))?.assignedQuantity;

  it('are what the vendor last said', async () => {
    expect(await inUse(25, '2026-11-20T10:00:00Z')).toBe('applied');
    expect(await stored()).toBe(25);
    expect((await historyOf('sub-hana-worry-free')).at(-1)?.snapshot).toMatchObject({ assignedQuantity: 25 });
  });

  it('said again under the same id, even otherwise, change nothing', async () => {
    expect(await inUse(26, '2026-11-21T10:00:00Z', 'said-once')).toBe('applied');
    const before = await present('sub-hana-worry-free');
    expect(await inUse(26, '2026-11-21T10:00:00Z', 'said-once')).toBe('duplicate');
    expect(await inUse(7, '2026-11-23T10:00:00Z', 'said-once')).toBe('duplicate');
    expect(await present('sub-hana-worry-free')).toEqual(before);
    expect(await kept('said-once')).toHaveLength(1);
  });

  it('of an earlier moment that come in late are kept, and overwrite nothing', async () => {
    expect(await inUse(28, '2026-11-24T10:00:00Z')).toBe('applied');
    expect(await inUse(12, '2026-11-24T09:59:59Z', 'late')).toBe('superseded');
    expect(await stored()).toBe(28);
    expect(await kept('late')).toMatchObject([{ outcome: 'superseded', payload: { assignedQuantity: 12 } }]);
    expect(await inUse(29, '2026-11-24T10:00:00Z'), 'of the same moment the later one counts').toBe('applied');
    expect(await stored()).toBe(29);
  });

  it('that are as known write no history', async () => {
    const { length } = await historyOf('sub-hana-worry-free');
    expect(await inUse(29, '2026-11-25T10:00:00Z')).toBe('applied');
    expect(await historyOf('sub-hana-worry-free')).toHaveLength(length);
  });

  it('may become unknown, but not fewer than none', async () => {
    expect(await inUse(null, '2026-11-26T10:00:00Z')).toBe('applied');
    expect(await stored()).toBeNull();
    await expect(inUse(-1, '2026-11-27T10:00:00Z')).rejects.toMatchObject({
      constraint: 'assigned_quantity_not_negative',
    });
    expect(await inUse(3, '2026-11-26T11:00:00Z'), 'what was refused is not on record').toBe('applied');
  });

  it('reported ten times at once under one id are applied once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => inUse(4, '2026-11-28T10:00:00Z', 'ten-times')));
    expect(all.sort()).toEqual(['applied', ...Array(9).fill('duplicate')]);
  });

  it('in any order of arrival end at the newest', async () => {
    await Promise.all([5, 9, 7, 6, 8].map((n) => inUse(n, `2026-12-0${n}T10:00:00Z`)));
    expect(await stored()).toBe(9);
  });
});

describe('an expiry at the vendor', () => {
  it('ends a subscription, and what has ended otherwise stays so', async () => {
    expect(await report({ type: 'expired', subscriptionId: 'sub-osaka-trial' })).toBe('applied');
    expect(await present('sub-osaka-trial')).toMatchObject({ state: 'expired' });
    expect(await report({ type: 'activated', subscriptionId: 'sub-osaka-trial' })).toBe('applied');
    expect(await present('sub-osaka-trial')).toMatchObject({ state: 'expired' });
    expect(await report({ type: 'expired', subscriptionId: 'sub-kyoto-patch', vendor: 'managed-security' })).toBe(
      'applied',
    );
    expect(await present('sub-kyoto-patch')).toMatchObject({ state: 'terminated' });
  });
});

describe('the life of a plan', () => {
  const life = (endOfLifeDate: '2027-06-30' | null, effectiveAt: string) =>
    report(
      { type: 'planLifecycle', planId: 'worry-free-services-standard', endOfSaleDate: '2027-01-01', endOfLifeDate },
      effectiveAt,
    );

  it('is as the vendor last announced it', async () => {
    expect(await life('2027-06-30', '2026-11-24T10:00:00Z')).toBe('applied');
    expect(await plan('worry-free-services-standard')).toMatchObject({
      endOfSaleDate: '2027-01-01',
      endOfLifeDate: '2027-06-30',
      version: 2,
    });
    expect(await life(null, '2026-11-23T10:00:00Z')).toBe('superseded');
    expect(await plan('worry-free-services-standard')).toMatchObject({ endOfLifeDate: '2027-06-30' });
    expect(await life(null, '2026-11-25T10:00:00Z')).toBe('applied');
    expect(await plan('worry-free-services-standard')).toMatchObject({ endOfLifeDate: null, version: 3 });
  });

  it('is one thing and its composition another: neither supersedes the other', async () => {
    const planId = 'worry-free-services-standard';
    expect(await report({ type: 'compositionChanged', planId }, '2026-11-20T18:00:00Z')).toBe('applied');
    expect(await plan(planId)).toMatchObject({ compositionChangedOn: '2026-11-20', endOfSaleDate: '2027-01-01' });
  });
});

describe('an event about something unknown', () => {
  it.each<Given>([
    { type: 'activated', subscriptionId: 'sub-nobody' },
    { type: 'activated', subscriptionId: 'sub-grace-endpoint', vendor: 'kaspersky' },
    { type: 'expired', subscriptionId: 'sub-hana-endpoint', vendor: 'trend-micro' },
    { type: 'compositionChanged', planId: 'nothing' },
    { type: 'compositionChanged', planId: 'groupware-standard', vendor: 'trend-micro' },
  ])('is told so, and not kept: %o', async (given) => {
    const eventId = randomUUID();
    expect(await report({ ...given, eventId } as Given)).toBe('unknownSubject');
    expect(await kept(eventId)).toEqual([]);
  });
});

describe('the worker', () => {
  it('takes no reports of vendors', async () => {
    const event = { vendor: 'trend-micro', eventId: 'x', effectiveAt: new Date(), type: 'expired' } as const;
    const attempt = asWorker((transaction) =>
      applyVendorEvent(transaction, { ...event, subscriptionId: 'sub-hana-suite' }),
    );
    await expect(attempt).rejects.toThrow(/permission denied/);
  });
});
