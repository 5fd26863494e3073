import { and, desc, eq } from 'drizzle-orm';
import type { PlainDate } from '../domain/plain-date.ts';
import type { PlanRow } from './catalogue.ts';
import type { Transaction } from './client.ts';
import { plans } from './schema/catalogue.ts';
import { planApprovals } from './schema/facts.ts';

export type PlanApprovalRow = typeof planApprovals.$inferSelect;

export type ApproveOutcome =
  | { outcome: 'approved'; plan: PlanRow; approval: PlanApprovalRow }
  /** The composition is as approved, or has changed once more than the approver saw. */
  | { outcome: 'nothingToApprove' | 'changedSince'; plan: PlanRow }
  | { outcome: 'notFound' };

/**
 * Records a partner's approval of a suite's new composition (R9), which opens the plan's subscriptions to changes again.
 * `compositionChangedOn` is the change that the approver has reviewed.
 */
export async function approveComposition(
  transaction: Transaction,
  {
    planId,
    compositionChangedOn,
    approvedBy,
    note,
    at,
  }: {
    planId: string;
    compositionChangedOn: PlainDate;
    approvedBy: string;
    note: string;
    at: Date;
  },
): Promise<ApproveOutcome> {
  const plan = await lockPlan(transaction, planId);
  if (!plan) return { outcome: 'notFound' };
  if (plan.compositionChangedOn === null) return { outcome: 'nothingToApprove', plan };
  if (plan.compositionChangedOn !== compositionChangedOn) return { outcome: 'changedSince', plan };
  const [approval] = await transaction
    .insert(planApprovals)
    .values({ tenant: plan.tenant, planId, compositionChangedOn, approvedBy, note, approvedAt: at })
    .returning();
  const approved = await changePlan(transaction, plan, { compositionChangedOn: null });
  if (!approval) throw new Error(`The approval of plan ${planId} was not written`);
  return { outcome: 'approved', plan: approved, approval };
}

/** Who approved which changes of a plan's composition, newest first. */
export const approvalsOf = (
  transaction: Transaction,
  planId: string,
  { limit }: { limit: number },
): Promise<PlanApprovalRow[]> =>
  transaction
    .select()
    .from(planApprovals)
    .where(eq(planApprovals.planId, planId))
    .orderBy(desc(planApprovals.approvedAt), desc(planApprovals.id))
    .limit(limit);

/** Takes the row lock that approvals and vendors' reports of one plan share. */
export async function lockPlan(transaction: Transaction, planId: string): Promise<PlanRow | undefined> {
  const [plan] = await transaction.select().from(plans).where(eq(plans.id, planId)).for('update');
  return plan;
}

/** Writes what has become of a plan. The caller holds its lock. */
export async function changePlan(
  transaction: Transaction,
  before: PlanRow,
  change: Partial<Pick<PlanRow, 'endOfSaleDate' | 'endOfLifeDate' | 'compositionChangedOn'>>,
): Promise<PlanRow> {
  const [after] = await transaction
    .update(plans)
    .set({ ...change, version: before.version + 1 })
    .where(and(eq(plans.id, before.id), eq(plans.version, before.version)))
    .returning();
  if (!after) throw new Error(`Plan ${before.id} is gone`);
  return after;
}
