import type { OrderRow } from '../../db/orders.ts';
import { acknowledgementStates, orderStates } from '../../domain/order.ts';
import { roles } from '../../domain/role.ts';
import { z } from '../zod-openapi.ts';

const Instant = z.iso.datetime().openapi({ description: 'UTC' });
const Day = z.iso.date().openapi({ description: "In the product's business time zone" });
const Inputs = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]));
const Patch = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullable();

export const RejectionView = z
  .object({
    code: z.string(),
    rule: z.string(),
    source: z.string(),
    sentence: z.string(),
    inputs: Inputs,
    eligibleFrom: Day.nullable(),
    eligibleUntil: Day.nullable(),
    smallestChange: Patch,
  })
  .openapi('Rejection');

export const DecisionView = z
  .object({
    outcome: z.enum(['accepted', 'rejected']),
    policy: z.object({ id: z.string(), version: z.int() }),
    decisionDate: Day,
    effectiveDate: Day.nullable(),
    rejections: z.array(RejectionView),
    smallestChange: Patch.openapi({ description: 'The smallest change of the order that passes every rule' }),
    trace: z.array(
      z.object({
        rule: z.string(),
        source: z.string(),
        sentence: z.string(),
        verdict: z.enum(['passed', 'failed']),
        inputs: Inputs,
      }),
    ),
  })
  .openapi('Decision');

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

export const OrderView = z
  .object({
    id: z.uuid(),
    type: z.enum(['changeQuantity']),
    state: z.enum(orderStates),
    subscriptionId: z.string(),
    accountId: z.string(),
    quantity: z.int(),
    expectedCurrentQuantity: z.int(),
    confirmedTotal: z.int().optional(),
    contactEmail: z.string().optional(),
    note: z.string().optional(),
    /** Licensed units when the order was decided. */
    previousQuantity: z.int(),
    submittedAt: Instant,
    submittedBy: z.object({ subject: z.string(), role: z.enum(roles) }),
    decidedAt: Instant,
    decision: DecisionView,
    finishedAt: Instant.nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    acknowledgement: AcknowledgementView,
    version: z.int(),
  })
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
    accountId: order.accountId,
    previousQuantity: order.previousQuantity,
    submittedAt: order.submittedAt.toISOString(),
    submittedBy: { subject: order.submittedBy, role: order.submittedRole },
    decidedAt: order.decidedAt.toISOString(),
    decision: order.decision,
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
