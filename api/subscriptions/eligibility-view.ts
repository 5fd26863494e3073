import type { ActionEligibility } from '../../domain/eligibility.ts';
import { licenceStatuses } from '../../domain/licence-status.ts';
import { orNull } from '../or-null.ts';
import { OrderTypeName, PendingEffectView, RejectionView, SuggestedOrderView } from '../orders/decision-view.ts';
import { OrderBody, sendable } from '../orders/order-body.ts';
import { ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';

const ActionView = z
  .object({
    orderType: OrderTypeName,
    action: z.string().openapi({ description: 'What people call it', example: 'decreaseQuantity' }),
    order: orNull(OrderBody).openapi({
      description: 'What the rules were asked about: the smallest of its kind; null when it is none that can be sent',
    }),
    allowed: z.boolean(),
    effectiveDate: ShownDate.nullable(),
    eligibleFrom: ShownDate.nullable().openapi({
      description: 'The first day on which it is allowed; null when none is known',
    }),
    eligibleUntil: ShownDate.nullable().openapi({
      description: 'The last day on which it stays so; null when none ends it',
    }),
    reasons: z.array(RejectionView),
    suggestedOrder: SuggestedOrderView,
    pendingChanges: z.array(PendingEffectView),
  })
  .openapi('ActionEligibility');

export const EligibilityView = z
  .object({
    subscriptionId: z.string(),
    asOf: ShownDate,
    today: ShownDate,
    timeZone: z.string(),
    policy: z.object({ id: z.string(), version: z.int() }),
    licenceStatus: z.enum(licenceStatuses).openapi({ description: 'On the day asked about' }),
    quantity: z
      .object({
        minimum: z.int().openapi({ description: 'The smallest total that SKU and units in use allow' }),
        maximum: z.int().nullable(),
        step: z.int(),
        assigned: z.int().nullable().openapi({ description: 'Units in use, as the vendor last reported' }),
      })
      .openapi({ description: 'Totals that can be ordered, as far as the SKU and the units in use decide' }),
    actions: z.array(ActionView),
  })
  .openapi('Eligibility');

export const actionView = (action: ActionEligibility) => ({
  ...action,
  order: sendable(action.order),
  suggestedOrder: sendable(action.suggestedOrder),
});
