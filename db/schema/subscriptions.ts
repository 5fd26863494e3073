import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { SubscriptionState } from '../../domain/subscription.ts';
import { products, skus } from './catalogue.ts';
import { tenant, tenantPolicy } from './tenancy.ts';

export const accounts = pgTable(
  'accounts',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    contactEmail: text('contact_email').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), tenantPolicy()],
);

export const subscriptions = pgTable(
  'subscriptions',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    accountId: text('account_id').notNull(),
    productId: text('product_id').notNull(),
    skuId: text('sku_id').notNull(),
    /** The vendor's own name for it; a change never gives it another (R12). */
    vendorSubscriptionId: text('vendor_subscription_id').notNull(),
    quantity: integer('quantity').notNull(),
    assignedQuantity: integer('assigned_quantity'),
    state: text('state').$type<SubscriptionState>().notNull(),
    trial: boolean('trial').notNull().default(false),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.accountId], foreignColumns: [accounts.tenant, accounts.id] }),
    foreignKey({ columns: [t.tenant, t.productId], foreignColumns: [products.tenant, products.id] }),
    foreignKey({ columns: [t.tenant, t.skuId], foreignColumns: [skus.tenant, skus.id] }),
    index('subscriptions_by_account').on(t.tenant, t.accountId, t.id),
    check('quantity_positive', sql`${t.quantity} > 0`),
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
    quantity: integer('quantity').notNull(),
    state: text('state').$type<SubscriptionState>().notNull(),
    effectiveAt: timestamp('effective_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.subscriptionId, t.version] }), tenantPolicy()],
);
