import { describe, expect, it } from 'vitest';
import { findPlan, listPlans } from '../../db/catalogue.ts';
import type { Transaction } from '../../db/client.ts';
import { approvalsOf, approveComposition } from '../../db/plan-approvals.ts';
import { applyVendorEvent } from '../../db/vendor-events.ts';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import { testDatabase } from './test-database.ts';

const { asApi, asWorker } = testDatabase();

const planId = 'worry-free-suite-complete';
const changedOn = async (): Promise<PlainDate> => {
  const plan = await asApi((transaction) => findPlan(transaction, planId));
  if (!plan?.compositionChangedOn) throw new Error('Its composition has not changed');
  return plan.compositionChangedOn;
};
const approval = (compositionChangedOn: PlainDate, fields: object = {}) => ({
  planId,
  compositionChangedOn,
  approvedBy: 'paula',
  note: 'reviewed',
  at: new Date('2026-11-24T10:00:00Z'),
  ...fields,
});
const approve = (compositionChangedOn: PlainDate, fields?: object) =>
  asApi((transaction) => approveComposition(transaction, approval(compositionChangedOn, fields)));

const plansToApprove = (transaction: Transaction) => listPlans(transaction, { awaitingApproval: true, limit: 100 });

describe('approving a suite’s new composition', () => {
  it('that has changed once more since the partner looked is refused', async () => {
    const day = await changedOn();
    expect(await approve(addDays(day, -1))).toMatchObject({ outcome: 'changedSince' });
    expect(await changedOn()).toBe(day);
    expect(await asApi((transaction) => approvalsOf(transaction, planId, { limit: 10 }))).toEqual([]);
  });

  it('opens the plan, counts its version and keeps who approved which change', async () => {
    const day = await changedOn();
    expect((await asApi(plansToApprove)).map(({ id }) => id)).toEqual([planId]);
    expect(await approve(day)).toMatchObject({
      outcome: 'approved',
      plan: { id: planId, compositionChangedOn: null, version: 2 },
      approval: { approvedBy: 'paula', note: 'reviewed', compositionChangedOn: day },
    });
    expect(await asApi(plansToApprove)).toEqual([]);
    expect(await asWorker((transaction) => approvalsOf(transaction, planId, { limit: 10 }))).toHaveLength(1);
    expect(await approve(day)).toMatchObject({ outcome: 'nothingToApprove' });
  });

  it('is asked for anew when the composition changes again', async () => {
    const event = { vendor: 'trend-micro', eventId: 'again', type: 'compositionChanged', planId } as const;
    await asApi((transaction) =>
      applyVendorEvent(transaction, { ...event, effectiveAt: new Date('2026-12-02T03:00:00Z') }),
    );
    // Still the 1st in Chicago.
    expect(await changedOn()).toBe('2026-12-01');
    expect(await approve('2026-12-01')).toMatchObject({ outcome: 'approved', plan: { version: 4 } });
  });

  it('by two at once is recorded once', async () => {
    const event = { vendor: 'trend-micro', eventId: 'once-more', type: 'compositionChanged', planId } as const;
    await asApi((transaction) =>
      applyVendorEvent(transaction, { ...event, effectiveAt: new Date('2026-12-05T12:00:00Z') }),
    );
    const both = await Promise.all([approve('2026-12-05'), approve('2026-12-05', { approvedBy: 'oscar' })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['approved', 'nothingToApprove']);
  });

  it('of no plan, or of another tenant’s, finds nothing', async () => {
    expect(await approve('2026-12-01', { planId: 'nothing' })).toEqual({ outcome: 'notFound' });
  });
});
