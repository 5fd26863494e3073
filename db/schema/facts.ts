import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { PlainDate, PlainMonth } from '../../domain/plain-date.ts';
import { plans } from './catalogue.ts';
import { subscriptions } from './subscriptions.ts';
import { tenant, tenantPolicy } from './tenancy.ts';

const day = (name: string) => date(name).$type<PlainDate>();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const counted = () => bigint('id', { mode: 'bigint' }).generatedAlwaysAsIdentity().notNull();

/** Append-only: what the seller's billing said of a month of a subscription, from which day it holds, and when it said so. */
export const billingFacts = pgTable(
  'billing_facts',
  {
    tenant: tenant(),
    id: counted(),
    subscriptionId: text('subscription_id').notNull(),
    month: text('month').$type<PlainMonth>().notNull(),
    billed: boolean('billed').notNull(),
    paid: boolean('paid').notNull(),
    effectiveDate: day('effective_date').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
    actor: text('actor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({
      name: 'billing_facts_subscription',
      columns: [t.tenant, t.subscriptionId],
      foreignColumns: [subscriptions.tenant, subscriptions.id],
    }),
    index('billing_facts_by_month').on(t.tenant, t.subscriptionId, t.month),
    check('month_possible', sql`${t.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    tenantPolicy(),
  ],
);

export const vendorEventTypes = [
  'activated',
  'assignedQuantity',
  'planLifecycle',
  'compositionChanged',
  'expired',
] as const;
export type VendorEventType = (typeof vendorEventTypes)[number];

/** `superseded`: it came after one of its kind that is newer, and so changed nothing. */
export type VendorEventOutcome = 'applied' | 'superseded';

/** Append-only: what vendors reported, once per vendor's own event id, about a subscription or a plan. */
export const vendorEvents = pgTable(
  'vendor_events',
  {
    tenant: tenant(),
    vendor: text('vendor').notNull(),
    eventId: text('event_id').notNull(),
    type: text('type').$type<VendorEventType>().notNull(),
    subscriptionId: text('subscription_id'),
    planId: text('plan_id'),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    /** The day of `effectiveAt` in the product's zone. */
    effectiveDate: day('effective_date').notNull(),
    effectiveAt: instant('effective_at').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
    outcome: text('outcome').$type<VendorEventOutcome>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.vendor, t.eventId] }),
    foreignKey({
      name: 'vendor_events_subscription',
      columns: [t.tenant, t.subscriptionId],
      foreignColumns: [subscriptions.tenant, subscriptions.id],
    }),
    foreignKey({ columns: [t.tenant, t.planId], foreignColumns: [plans.tenant, plans.id] }),
    index('vendor_events_by_subscription')
      .on(t.tenant, t.subscriptionId, t.type, t.effectiveAt)
      .where(sql`subscription_id is not null`),
    index('vendor_events_by_plan').on(t.tenant, t.planId, t.type, t.effectiveAt).where(sql`plan_id is not null`),
    check('one_subject', sql`num_nonnulls(${t.subscriptionId}, ${t.planId}) = 1`),
    check(
      'vendor_event_type_known',
      sql`${t.type} in ('activated', 'assignedQuantity', 'planLifecycle', 'compositionChanged', 'expired')`,
    ),
    check('vendor_event_outcome_known', sql`${t.outcome} in ('applied', 'superseded')`),
    tenantPolicy(),
  ],
);

/** Append-only: who approved which change of a suite's composition (R9). */
export const planApprovals = pgTable(
  'plan_approvals',
  {
    tenant: tenant(),
    id: counted(),
    planId: text('plan_id').notNull(),
    compositionChangedOn: day('composition_changed_on').notNull(),
    approvedBy: text('approved_by').notNull(),
    note: text('note').notNull(),
    approvedAt: instant('approved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.planId], foreignColumns: [plans.tenant, plans.id] }),
    index('plan_approvals_by_plan').on(t.tenant, t.planId, t.approvedAt),
    tenantPolicy(),
  ],
);
