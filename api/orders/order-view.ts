import type { ZodObject, ZodRawShape } from 'zod';
import type { OrderRow } from '../../db/orders.ts';
import { acknowledgementStates, orderStates } from '../../domain/order.ts';
import { roles } from '../../domain/role.ts';
import { Instant } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';
import { ChangeQuantityBody } from './bodies/change-quantity.ts';
import { ActivateBody, CancelBody, RenewBody, SuspendBody, UndoCancelBody } from './bodies/life-cycle.ts';
import { PurchaseBody } from './bodies/purchase.ts';
import { ChangeLicenceSettingsBody, ChangeServicePlanBody } from './bodies/service-plan.ts';
import { ChangeExpirationBody, ChangeOptionsBody, ChangeRenewalBody, ChangeTermBody } from './bodies/single-part.ts';
import { DecisionView, decisionView } from './decision-view.ts';

export const AcknowledgementView = z
  .object({
    state: z.enum(acknowledgementStates),
    /** What the person is to see, once there is an outcome. */
    notice: z.object({ title: z.string(), text: z.string(), hash: z.string() }).nullable(),
    acknowledgedAt: Instant.nullable(),
    acknowledgedBy: z.string().nullable(),
    channel: z.string().nullable(),
  })
  .openapi('Acknowledgement');

/** What there is of an order of any type. */
const OrderStanding = z
  .object({
    id: z.uuid(),
    state: z.enum(orderStates),
    subscriptionId: z.string().openapi({ description: 'Of a purchase: the one that it makes' }),
    accountId: z.string(),
    previousQuantity: z.int().openapi({ description: 'Licensed units when the order was decided' }),
    submittedAt: Instant,
    submittedBy: z.object({ subject: z.string(), role: z.enum(roles) }),
    decidedAt: Instant,
    decision: DecisionView,
    finishedAt: Instant.nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    acknowledgement: AcknowledgementView,
    version: z.int(),
  })
  .openapi('OrderStanding');

/** What was asked for, beside what has become of it. */
const asked = <Shape extends ZodRawShape>({ shape }: ZodObject<Shape>) => OrderStanding.extend(shape);

export const OrderView = z
  .discriminatedUnion('type', [
    asked(ChangeQuantityBody).openapi('ChangeQuantityOrder'),
    asked(CancelBody).openapi('CancelOrder'),
    asked(UndoCancelBody).openapi('UndoCancelOrder'),
    asked(SuspendBody).openapi('SuspendOrder'),
    asked(ActivateBody).openapi('ActivateOrder'),
    asked(ChangeServicePlanBody).openapi('ChangeServicePlanOrder'),
    asked(ChangeTermBody).openapi('ChangeTermOrder'),
    asked(ChangeOptionsBody).openapi('ChangeOptionsOrder'),
    asked(ChangeRenewalBody).openapi('ChangeRenewalOrder'),
    asked(ChangeExpirationBody).openapi('ChangeExpirationOrder'),
    asked(ChangeLicenceSettingsBody).openapi('ChangeLicenceSettingsOrder'),
    asked(RenewBody).openapi('RenewOrder'),
    asked(PurchaseBody).openapi('PurchaseOrder'),
  ])
  .openapi('Order');
export type OrderView = z.infer<typeof OrderView>;

/** An order of which there is no verdict yet. */
export const SubmittedOrderView = z.object({ id: z.uuid(), state: z.literal('submitted') }).openapi('SubmittedOrder');

/** The order as it stands. */
export function orderView(order: OrderRow): unknown {
  const { notice, noticeHash } = order;
  return {
    ...order.request,
    id: order.id,
    state: order.state,
    subscriptionId: order.subscriptionId,
    accountId: order.accountId,
    previousQuantity: order.judged.subscription.quantity,
    submittedAt: order.submittedAt.toISOString(),
    submittedBy: { subject: order.submittedBy, role: order.submittedRole },
    decidedAt: order.decidedAt.toISOString(),
    decision: decisionView(order.decision),
    finishedAt: order.finishedAt?.toISOString() ?? null,
    failure:
      order.failureCode === null
        ? null
        : { code: order.failureCode, message: order.failureMessage ?? order.failureCode },
    acknowledgement: {
      state: order.acknowledgement,
      notice: notice && { ...notice, hash: noticeHash },
      acknowledgedAt: order.acknowledgedAt?.toISOString() ?? null,
      acknowledgedBy: order.acknowledgedBy,
      channel: order.acknowledgedChannel,
    },
    version: order.version,
  };
}

/** The order as it was when it was decided: what its Idempotency-Key answers, however far it has come since. */
export const orderAsDecided = (order: OrderRow): unknown =>
  orderView({
    ...order,
    state: order.decidedState,
    finishedAt: null,
    failureCode: null,
    failureMessage: null,
    acknowledgement: 'notRequired',
    notice: null,
    noticeHash: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedChannel: null,
    version: 1,
  });

export const etag = ({ version }: OrderRow): string => `"${version}"`;
