import { sql } from 'drizzle-orm';
import { check, date, foreignKey, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
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
    effectiveFrom: date('effective_from').notNull(),
    rules: jsonb('rules').$type<PolicyRules>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id, t.version] }), tenantPolicy()],
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
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), tenantPolicy()],
);

export const skus = pgTable(
  'skus',
  {
    tenant: tenant(),
    id: text('id').notNull(),
    productId: text('product_id').notNull(),
    name: text('name').notNull(),
    minimumQuantity: integer('minimum_quantity'),
    maximumQuantity: integer('maximum_quantity'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.productId], foreignColumns: [products.tenant, products.id] }),
    check('quantity_range', sql`${t.minimumQuantity} <= ${t.maximumQuantity}`),
    tenantPolicy(),
  ],
);
