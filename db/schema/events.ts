import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AcknowledgementState, OrderState } from '../../domain/order.ts';
import { tenant, tenantPolicy } from './tenancy.ts';

/** A 64-bit transaction id, carried as text because it outgrows a JavaScript number. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * What happened, for live readers. `xid` is the writing transaction: a reader that stays below the oldest transaction
 * still running, and resumes after (xid, id), never skips an event that commits late.
 */
export const events = pgTable(
  'events',
  {
    tenant: tenant(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    id: bigint('id', { mode: 'bigint' }).generatedAlwaysAsIdentity().notNull(),
    accountId: text('account_id').notNull(),
    type: text('type').$type<EventType>().notNull(),
    orderId: uuid('order_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    state: text('state').$type<OrderState>().notNull(),
    acknowledgement: text('acknowledgement').$type<AcknowledgementState>().notNull(),
    /** The order's version after what happened. */
    orderVersion: integer('order_version').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.xid, t.id] }),
    index('events_by_account').on(t.tenant, t.accountId, t.xid, t.id),
    tenantPolicy(),
  ],
);

export const eventTypes = [
  'order.rejected',
  'order.scheduled',
  'order.inProgress',
  'order.held',
  'order.completed',
  'order.failed',
  'order.cancelled',
  'order.acknowledged',
] as const;
export type EventType = (typeof eventTypes)[number];
