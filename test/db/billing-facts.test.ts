import { describe, expect, it } from 'vitest';
import { billingPeriods, recordBillingFact } from '../../db/billing-facts.ts';
import type { PlainMonth } from '../../domain/plain-date.ts';
import { testDatabase } from './test-database.ts';

const { asWorker, asApi } = testDatabase();

const said = (fields: Partial<Parameters<typeof recordBillingFact>[1]> = {}) => ({
  tenant: 'acme',
  subscriptionId: 'sub-hana-groupware',
  month: '2026-11' as PlainMonth,
  billed: true,
  paid: false,
  effectiveDate: '2026-11-01' as const,
  actor: 'billing',
  ...fields,
});
const record = (fields?: Parameters<typeof said>[0]) =>
  asApi((transaction) => recordBillingFact(transaction, said(fields)));
const periods = (first: PlainMonth, last: PlainMonth) =>
  asApi((transaction) => billingPeriods(transaction, 'sub-hana-groupware', { first, last }));

describe('a billing fact', () => {
  it('is kept as it was said, by whom and when', async () => {
    const before = Date.now() - 60_000;
    const row = await record({ month: '2024-02' });
    expect(row).toMatchObject({ ...said({ month: '2024-02' }) });
    expect(row.recordedAt.getTime()).toBeGreaterThan(before);
  });

  it('adds to those before it; together they are the periods asked for', async () => {
    await record();
    await record({ paid: true, effectiveDate: '2026-11-09' });
    await record({ month: '2026-12', effectiveDate: '2026-12-01' });
    expect(await periods('2026-11', '2026-12')).toEqual([
      { month: '2026-11', billedOn: '2026-11-01', paidOn: '2026-11-09' },
      { month: '2026-12', billedOn: '2026-12-01', paidOn: null },
    ]);
    expect(await periods('2026-12', '2027-01')).toHaveLength(1);
    expect(await periods('2027-01', '2027-02')).toEqual([]);
  });

  it.each(['2026-13', '2026-00', '2026-1', '26-01', '2026-11-01'])('of the month %s is refused', async (month) => {
    await expect(record({ month: month as PlainMonth })).rejects.toMatchObject({ constraint: 'month_possible' });
  });

  it('of a subscription that is not there, or is another tenant’s, is refused', async () => {
    for (const subscriptionId of ['sub-nobody', 'sub-grace-av']) {
      await expect(record({ subscriptionId })).rejects.toMatchObject({ constraint: 'billing_facts_subscription' });
    }
  });

  it('cannot be recorded by the worker, which only reads them', async () => {
    const attempt = asWorker((transaction) => recordBillingFact(transaction, said()));
    await expect(attempt).rejects.toThrow(/permission denied/);
  });
});
