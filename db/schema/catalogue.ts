import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { ActivationPolicy, Setting, Term } from '../../domain/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { tenant, tenantPolicy } from './tenancy.ts';

export const tenants = pgTable(
  'tenants',
  {
    tenant: tenant().primaryKey(),
    name: text('name').notNull(),
    /** Where people who are stuck turn to: a ticket system's address, a telephone number, an e-mail address. */
    supportContact: text('support_contact').notNull(),
  },
  () => [tenantPolicy()],
);

export const policies = pgTable(
  'policies',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    effectiveFrom: date('effective_from').$type<PlainDate>().notNull(),
    /** Read through policy-document.ts only, which finds what is wrong with it. */
    rules: jsonb('rules').$type<unknown>().notNull(),
    publishedBy: text('published_by').notNull().default('installation'),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull().defaultNow(),
    reason: text('reason').notNull().default('installation'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id, t.version] }),
    check('version_positive', sql`${t.version} > 0`),
    tenantPolicy(),
  ],
);

export const products = pgTable(
  'products',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    vendor: text('vendor').notNull(),
    timeZone: text('time_zone').notNull(),
    policyId: text('policy_id').notNull(),
    unitOne: text('unit_one').notNull(),
    unitMany: text('unit_many').notNull(),
    vendorLeadDays: integer('vendor_lead_days').notNull().default(0),
    terms: text('terms').array().$type<Term[]>().notNull().default(['monthly']),
    activationPolicy: text('activation_policy').$type<ActivationPolicy>().notNull().default('automatic'),
    settings: text('settings').array().$type<Setting[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    check('vendor_lead_days_not_negative', sql`${t.vendorLeadDays} >= 0`),
    check('terms_known', sql`${t.terms} <@ array['monthly', 'annual'] and cardinality(${t.terms}) > 0`),
    check('activation_policy_known', sql`${t.activationPolicy} in ('automatic', 'saasWithCode', 'onPremise')`),
    check(
      'settings_known',
      sql`${t.settings} <@ array['unitsPerLicence', 'expirationDate', 'autoRenewal', 'expirationNotificationDays', 'managed']`,
    ),
    tenantPolicy(),
  ],
);

export const plans = pgTable(
  'plans',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    productId: text('product_id').notNull(),
    name: text('name').notNull(),
    level: integer('level').notNull(),
    endOfSaleDate: date('end_of_sale_date').$type<PlainDate>(),
    endOfLifeDate: date('end_of_life_date').$type<PlainDate>(),
    compositionChangedOn: date('composition_changed_on').$type<PlainDate>(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.productId], foreignColumns: [products.tenant, products.id] }),
    // What refers to a plan names its product too, so that none refers to a plan of another product.
    unique('plans_of_product').on(t.tenant, t.productId, t.id),
    tenantPolicy(),
  ],
);

export const skus = pgTable(
  'skus',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    productId: text('product_id').notNull(),
    planId: text('plan_id').notNull(),
    name: text('name').notNull(),
    minimumQuantity: integer('minimum_quantity'),
    maximumQuantity: integer('maximum_quantity'),
    quantityStep: integer('quantity_step').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.productId], foreignColumns: [products.tenant, products.id] }),
    foreignKey({
      name: 'skus_plan',
      columns: [t.tenant, t.productId, t.planId],
      foreignColumns: [plans.tenant, plans.productId, plans.id],
    }),
    check('quantity_range', sql`${t.minimumQuantity} <= ${t.maximumQuantity}`),
    check('quantity_step_positive', sql`${t.quantityStep} > 0`),
    tenantPolicy(),
  ],
);

/** Which plans and options an option names is checked when the catalogue is read: arrays have no foreign keys. */
export const options = pgTable(
  'options',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    productId: text('product_id').notNull(),
    name: text('name').notNull(),
    planIds: text('plan_ids').array().notNull(),
    requires: text('requires').array().notNull().default([]),
    maximumQuantity: integer('maximum_quantity'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.productId, t.id] }),
    foreignKey({ columns: [t.tenant, t.productId], foreignColumns: [products.tenant, products.id] }),
    check('maximum_quantity_positive', sql`${t.maximumQuantity} > 0`),
    tenantPolicy(),
  ],
);
