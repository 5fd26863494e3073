import { OrderTypeName, RejectionView, SuggestedOrderView } from './orders/decision-view.ts';
import { ShownDate } from './plain-date.ts';
import { z } from './zod-openapi.ts';

/** RFC 9457, with a stable code and what to do next. Rejections add the order's id and every failed rule. */
export const ProblemDocument = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ description: 'Stable; listed in docs/errors.md' }),
    advice: z.string(),
    instance: z.string().optional(),
    orderId: z.uuid().optional(),
    supportContact: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    reasons: z.array(RejectionView).optional(),
    eligibleFrom: ShownDate.nullable().optional(),
    eligibleUntil: ShownDate.nullable().optional(),
    suggestedOrder: SuggestedOrderView.optional(),
    pendingChanges: z
      .array(z.object({ orderId: z.string(), type: OrderTypeName, effectiveDate: ShownDate }))
      .optional()
      .openapi({ description: 'What was pending when the order was rejected' }),
  })
  .openapi('Problem');
