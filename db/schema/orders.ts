import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Decision } from '../../domain/decide.ts';
import type { AcknowledgementState, OrderState } from '../../domain/order.ts';
import type { Notice } from '../../domain/order-types/description.ts';
import type { OrderRequest, OrderType } from '../../domain/order-types.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Role } from '../../domain/role.ts';
import type { DecisionInput } from '../../domain/rules/rule.ts';
import { products } from './catalogue.ts';
import { tenant, tenantPolicy } from './tenancy.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What a decision looked at beside the order and the policy, so that another policy can be asked about it later. */
export type Judged = Omit<DecisionInput, 'order' | 'policy' | 'moment'>;

export const orders = pgTable(
  'orders',
  {
    tenant: tenant(),
    id: uuid('id').notNull(),
    accountId: text('account_id').notNull(),
    /** Of a purchase the order's own id, which becomes the subscription's; a rejected one leaves no subscription. */
    subscriptionId: text('subscription_id').notNull(),
    productId: text('product_id').notNull(),
    type: text('type').$type<OrderType>().notNull(),
    state: text('state').$type<OrderState>().notNull(),
    request: jsonb('request').$type<OrderRequest>().notNull(),
    /** SHA-256 of the request as it was sent, so that another body with the same key is recognised for good. */
    requestHash: text('request_hash').notNull(),
    submittedBy: text('submitted_by').notNull(),
    submittedRole: text('submitted_role').$type<Role>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    decision: jsonb('decision').$type<Decision>().notNull(),
    /** The state the decision gave it: the answer to its Idempotency-Key never changes. */
    decidedState: text('decided_state').$type<OrderState>().notNull(),
    decidedAt: instant('decided_at').notNull(),
    decisionDate: date('decision_date').$type<PlainDate>().notNull(),
    effectiveDate: date('effective_date').$type<PlainDate>(),
    judged: jsonb('judged').$type<Judged>().notNull(),
    /** How often it has been tried at the vendor: once, and once more for each repair, under keys of their own. */
    tries: integer('tries').notNull().default(1),
    /** The decision on its decision date, of an order that came in for a later day. */
    dayDecision: jsonb('day_decision').$type<Decision>(),
    /** The cancellation that withdrew it while it was pending, and that brings it back when it is undone. */
    withdrawnBy: uuid('withdrawn_by'),
    finishedAt: instant('finished_at'),
    failureCode: text('failure_code'),
    failureMessage: text('failure_message'),
    acknowledgement: text('acknowledgement').$type<AcknowledgementState>().notNull().default('notRequired'),
    /** What the person is shown, and the SHA-256 of it as evidence of what was acknowledged. */
    notice: jsonb('notice').$type<Notice>(),
    noticeHash: text('notice_hash'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    acknowledgedChannel: text('acknowledged_channel'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.productId], foreignColumns: [products.tenant, products.id] }),
    // The authority on "one order at work per subscription": whoever comes second cannot be written.
    uniqueIndex('orders_one_at_work').on(t.tenant, t.subscriptionId).where(sql`state in ('inProgress', 'held')`),
    // Read backwards, newest first. Drizzle's desc() would add NULLS LAST, which no ORDER BY of ours can use.
    index('orders_newest_first').on(t.tenant, t.submittedAt, t.id),
    index('orders_by_subscription').on(t.tenant, t.subscriptionId, t.submittedAt, t.id),
    index('orders_by_account').on(t.tenant, t.accountId, t.submittedAt, t.id),
    // What a decision has to know of the orders before it, however many there have been.
    index('orders_open')
      .on(t.tenant, t.subscriptionId)
      .where(sql`state in ('scheduled', 'inProgress', 'held') or acknowledgement = 'awaiting'`),
    index('orders_awaiting').on(t.tenant, t.accountId, t.productId).where(sql`acknowledgement = 'awaiting'`),
    index('orders_withdrawn').on(t.tenant, t.withdrawnBy).where(sql`withdrawn_by is not null`),
    check(
      'state_known',
      sql`${t.state} in ('rejected', 'scheduled', 'inProgress', 'held', 'completed', 'failed', 'cancelled')`,
    ),
    check('acknowledgement_known', sql`${t.acknowledgement} in ('notRequired', 'awaiting', 'acknowledged', 'waived')`),
    tenantPolicy(),
  ],
);

/** Append-only: each step in an order's life, by whom and why, when it holds and when it was recorded. */
export const orderHistory = pgTable(
  'order_history',
  {
    tenant: tenant(),
    orderId: uuid('order_id').notNull(),
    /** The order's version after the step. */
    version: integer('version').notNull(),
    state: text('state').$type<OrderState>().notNull(),
    acknowledgement: text('acknowledgement').$type<AcknowledgementState>().notNull(),
    actor: text('actor').notNull(),
    reason: text('reason').notNull(),
    effectiveAt: instant('effective_at').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.orderId, t.version] }),
    foreignKey({ columns: [t.tenant, t.orderId], foreignColumns: [orders.tenant, orders.id] }),
    tenantPolicy(),
  ],
);
