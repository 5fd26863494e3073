import type { options, plans, policies, products, skus } from '../../db/schema/catalogue.ts';
import type { billingFacts } from '../../db/schema/facts.ts';
import type { subscriptions } from '../../db/schema/subscriptions.ts';

export type Untenanted<T> = Omit<T, 'tenant'>;

/** What sellers offer: rows as they are stored, without the tenant. */
export type SampleCatalogue = {
  policies: Untenanted<typeof policies.$inferInsert>[];
  products: Untenanted<typeof products.$inferInsert>[];
  plans: Untenanted<typeof plans.$inferInsert>[];
  skus: Untenanted<typeof skus.$inferInsert>[];
  options: Untenanted<typeof options.$inferInsert>[];
};

/** What customers hold of it, and what billing has said of that. */
export type SampleHoldings = {
  subscriptions: Untenanted<typeof subscriptions.$inferInsert>[];
  billingFacts: Untenanted<typeof billingFacts.$inferInsert>[];
};

export type SampleSubscription = SampleHoldings['subscriptions'][number];

/** Several products' catalogues as one. */
export const joined = (parts: readonly SampleCatalogue[]): SampleCatalogue => ({
  policies: parts.flatMap(({ policies }) => policies),
  products: parts.flatMap(({ products }) => products),
  plans: parts.flatMap(({ plans }) => plans),
  skus: parts.flatMap(({ skus }) => skus),
  options: parts.flatMap(({ options }) => options),
});
