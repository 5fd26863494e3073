import type { Request } from 'express';
import { loadProduct, type PlanRow } from '../../db/catalogue.ts';
import { asTenant, type Transaction } from '../../db/client.ts';
import { approvalsOf, approveComposition as approve, lockPlan } from '../../db/plan-approvals.ts';
import { anyHoldsPlan } from '../../db/plan-holders.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { checkIfMatch } from '../if-match.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { todayFor } from '../today.ts';
import { planEtag, planView } from './plan-view.ts';

/**
 * Records the partner's approval of a suite's new composition (R9). Repeating an approval of one's own, as by a double click,
 * is answered like the first time and writes nothing. Throws PLAN_NOT_FOUND, PLAN_NOT_HELD, APPROVAL_NOT_CONFIRMED,
 * NOTHING_TO_APPROVE, PRECONDITION_FAILED.
 */
export function approveComposition(
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
  actor: Actor,
  planId: string,
  { confirmed, reason = '' }: { confirmed?: boolean | undefined; reason?: string | undefined },
  req: Request,
): Promise<Answer> {
  return asTenant(database, 'changeover_api', actor.tenant, async (transaction) => {
    const plan = await lockPlan(transaction, planId);
    if (!plan) throw new Problem('PLAN_NOT_FOUND');
    if (!(await anyHoldsPlan(transaction, planId, actor.accounts))) throw new Problem('PLAN_NOT_HELD');
    if (confirmed !== true) throw new Problem('APPROVAL_NOT_CONFIRMED');
    if (plan.compositionChangedOn === null) return approvedBefore(transaction, plan, actor, now());
    checkIfMatch(req, planEtag(plan));
    const { compositionChangedOn } = plan;
    const by = { planId, compositionChangedOn, approvedBy: actor.subject, note: reason, at: now() };
    const approved = await approve(transaction, by);
    if (approved.outcome !== 'approved') throw new Error(`The approval of the locked plan ${planId} came to nothing`);
    return shown(transaction, approved.plan, actor, now());
  });
}

async function approvedBefore(transaction: Transaction, plan: PlanRow, actor: Actor, now: Date): Promise<Answer> {
  const [last] = await approvalsOf(transaction, plan.id, { limit: 1 });
  if (last?.approvedBy !== actor.subject) throw new Problem('NOTHING_TO_APPROVE');
  return shown(transaction, plan, actor, now);
}

/** The plan as the actor may see it. */
export async function shown(transaction: Transaction, plan: PlanRow, actor: Actor, now: Date): Promise<Answer> {
  const [approval] = await approvalsOf(transaction, plan.id, { limit: 1 });
  const today = todayFor(await loadProduct(transaction, plan.productId), now);
  return { status: 200, body: planView(plan, { approval, today, actor }), headers: { ETag: planEtag(plan) } };
}
