import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
  uuid,
} from 'drizzle-orm/pg-core';
import type { Term } from '../../domain/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ActivationMode, OptionQuantities, Subscription, SubscriptionState } from '../../domain/subscription.ts';
import { plans, products, skus } from './catalogue.ts';
import { tenant, tenantPolicy } from './tenancy.ts';

const day = (name: string) => date(name).$type<PlainDate>();

export const accounts = pgTable(
  'accounts',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    contactEmail: text('contact_email').notNull(),
    /** What the payment provider calls the customer's card; never a card number. */
    cardReference: text('card_reference'),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), tenantPolicy()],
);

/** What of an account may be changed at any time (S4). */
export type CustomerDetails = Pick<typeof accounts.$inferSelect, 'name' | 'contactEmail' | 'cardReference'>;

/** Append-only: who changed which details of an account, from what to what. */
export const accountHistory = pgTable(
  'account_history',
  {
    tenant: tenant(),
    id: bigint('id', { mode: 'bigint' }).generatedAlwaysAsIdentity().notNull(),
    accountId: text('account_id').notNull(),
    actor: text('actor').notNull(),
    reason: text('reason').notNull(),
    /** Only what was changed. */
    before: jsonb('before').$type<Partial<CustomerDetails>>().notNull(),
    after: jsonb('after').$type<Partial<CustomerDetails>>().notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.accountId], foreignColumns: [accounts.tenant, accounts.id] }),
    index('account_history_by_account').on(t.tenant, t.accountId, t.id),
    tenantPolicy(),
  ],
);

export const subscriptions = pgTable(
  'subscriptions',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    accountId: text('account_id').notNull(),
    productId: text('product_id').notNull(),
    planId: text('plan_id').notNull(),
    skuId: text('sku_id').notNull(),
    /** The vendor's own name for it; a change never gives it another (R12). */
    vendorSubscriptionId: text('vendor_subscription_id').notNull(),
    quantity: integer('quantity').notNull(),
    assignedQuantity: integer('assigned_quantity'),
    options: jsonb('options').$type<OptionQuantities>().notNull().default({}),
    term: text('term').$type<Term>().notNull().default('monthly'),
    periodStart: day('period_start').notNull(),
    periodEnd: day('period_end').notNull(),
    state: text('state').$type<SubscriptionState>().notNull(),
    trial: boolean('trial').notNull().default(false),
    autoRenewalEnabled: boolean('auto_renewal_enabled').notNull().default(true),
    autoRenewalFrequency: text('auto_renewal_frequency').$type<Term>().notNull().default('monthly'),
    expirationDate: day('expiration_date'),
    expirationNotificationDays: integer('expiration_notification_days'),
    unitsPerLicence: integer('units_per_licence'),
    managed: boolean('managed').notNull().default(false),
    firstOrderDate: day('first_order_date').notNull(),
    activationMode: text('activation_mode').$type<ActivationMode>().notNull().default('firstLogon'),
    activationDate: day('activation_date'),
    suspendedUntil: day('suspended_until'),
    partnerId: text('partner_id'),
    /** The last day on which an increase took effect; kept here so that no decision reads the whole history (R14). */
    lastIncreaseDate: day('last_increase_date'),
    /** The day from which an order has ended it; null while it has not (R4). */
    terminatedOn: day('terminated_on'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.accountId], foreignColumns: [accounts.tenant, accounts.id] }),
    foreignKey({ columns: [t.tenant, t.productId], foreignColumns: [products.tenant, products.id] }),
    foreignKey({
      name: 'subscriptions_plan',
      columns: [t.tenant, t.productId, t.planId],
      foreignColumns: [plans.tenant, plans.productId, plans.id],
    }),
    foreignKey({ columns: [t.tenant, t.skuId], foreignColumns: [skus.tenant, skus.id] }),
    index('subscriptions_by_account').on(t.tenant, t.accountId, t.id),
    index('subscriptions_by_product').on(t.tenant, t.accountId, t.productId),
    index('subscriptions_by_vendor_name').on(t.tenant, t.vendorSubscriptionId),
    check('quantity_positive', sql`${t.quantity} > 0`),
    check('assigned_quantity_not_negative', sql`${t.assignedQuantity} >= 0`),
    check('term_known', sql`${t.term} in ('monthly', 'annual')`),
    check('period_in_order', sql`${t.periodStart} <= ${t.periodEnd}`),
    check(
      'subscription_state_known',
      sql`${t.state} in ('pendingActivation', 'active', 'suspended', 'terminated', 'expired')`,
    ),
    check('auto_renewal_frequency_known', sql`${t.autoRenewalFrequency} in ('monthly', 'annual')`),
    check('expiration_notification_days_not_negative', sql`${t.expirationNotificationDays} >= 0`),
    check('units_per_licence_positive', sql`${t.unitsPerLicence} > 0`),
    check('activation_mode_known', sql`${t.activationMode} in ('firstLogon', 'onDate', 'code')`),
    tenantPolicy(),
  ],
);

/** Append-only: what changed a subscription, when it holds and when it was known. */
export const subscriptionHistory = pgTable(
  'subscription_history',
  {
    tenant: tenant(),
    subscriptionId: text('subscription_id').notNull(),
    /** The subscription's version after the change. */
    version: integer('version').notNull(),
    orderId: uuid('order_id'),
    actor: text('actor').notNull(),
    reason: text('reason').notNull(),
    /** The whole of it after the change. */
    snapshot: jsonb('snapshot').$type<Subscription>().notNull(),
    /** The day of `effectiveAt` in the product's zone. */
    effectiveDate: day('effective_date').notNull(),
    effectiveAt: timestamp('effective_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.subscriptionId, t.version] }),
    index('subscription_history_by_time').on(t.tenant, t.subscriptionId, t.effectiveAt, t.version),
    tenantPolicy(),
  ],
);
