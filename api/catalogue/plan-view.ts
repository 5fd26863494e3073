import type { PlanRow } from '../../db/catalogue.ts';
import type { PlanApprovalRow } from '../../db/plan-approvals.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Actor } from '../actor.ts';
import { Instant, ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';
import { planFields, planFieldsOf } from './plan-fields.ts';

export const PlanView = z
  .object({
    ...planFields,
    productId: z.string(),
    lastApproval: z
      .object({
        compositionChangedOn: ShownDate,
        approvedAt: Instant,
        approvedBy: z.string().nullable().openapi({ description: 'Told to operators, and to whoever approved' }),
        reason: z.string().nullable().openapi({ description: 'Told to operators, and to whoever approved' }),
      })
      .nullable()
      .openapi({ description: "The last change of the suite's composition that a partner approved" }),
    version: z.int(),
  })
  .openapi('Plan');
export type PlanView = z.infer<typeof PlanView>;

/** `today` is in the zone of the plan's product. */
export function planView(
  plan: PlanRow,
  { approval, today, actor }: { approval: PlanApprovalRow | undefined; today: PlainDate | null; actor: Actor },
): PlanView {
  return {
    ...planFieldsOf(plan, today),
    productId: plan.productId,
    lastApproval: approval === undefined ? null : approvalView(approval, actor),
    version: plan.version,
  };
}

function approvalView(approval: PlanApprovalRow, actor: Actor) {
  const told = actor.role === 'operator' || approval.approvedBy === actor.subject;
  return {
    compositionChangedOn: approval.compositionChangedOn,
    approvedAt: approval.approvedAt.toISOString(),
    approvedBy: told ? approval.approvedBy : null,
    reason: told && approval.note !== '' ? approval.note : null,
  };
}

export const planEtag = ({ version }: Pick<PlanRow, 'version'>): string => `"${version}"`;
