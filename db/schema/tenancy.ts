import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole, text } from 'drizzle-orm/pg-core';

/** The roles every transaction acts as; none of them may log in, none bypasses row-level security. */
export const ownerRole = pgRole('changeover_owner').existing();
export const apiRole = pgRole('changeover_api').existing();
export const workerRole = pgRole('changeover_worker').existing();

/** The seller's installation a row belongs to; the first column of every key. */
export const tenant = () => text('tenant').notNull();

const ofThisTenant = sql`tenant = current_setting('app.tenant', true)`;

/** Row-level security: whatever the code forgets, a transaction sees and writes its own tenant's rows only. */
export const tenantPolicy = () =>
  pgPolicy('of_this_tenant', {
    for: 'all',
    to: [ownerRole, apiRole, workerRole],
    using: ofThisTenant,
    withCheck: ofThisTenant,
  });
