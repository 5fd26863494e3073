import { and, between, eq } from 'drizzle-orm';
import type { BillingPeriod } from '../domain/facts.ts';
import type { PlainDate, PlainMonth } from '../domain/plain-date.ts';
import type { Transaction } from './client.ts';
import { foldBillingFacts } from './fold-billing-facts.ts';
import { billingFacts } from './schema/facts.ts';

export type BillingFactRow = typeof billingFacts.$inferSelect;

/** Records what billing says of a month of a subscription that exists; `effectiveDate` is a day in the product's zone. */
export async function recordBillingFact(
  transaction: Transaction,
  fact: {
    tenant: string;
    subscriptionId: string;
    month: PlainMonth;
    billed: boolean;
    paid: boolean;
    effectiveDate: PlainDate;
    actor: string;
  },
): Promise<BillingFactRow> {
  const [row] = await transaction.insert(billingFacts).values(fact).returning();
  if (!row) throw new Error(`Nothing was recorded of ${fact.month} of ${fact.subscriptionId}`);
  return row;
}

/** What is known of the months from `first` to `last`, inclusive, oldest first; a month that nobody spoke of is not among them. */
export async function billingPeriods(
  transaction: Transaction,
  subscriptionId: string,
  { first, last }: { first: PlainMonth; last: PlainMonth },
): Promise<BillingPeriod[]> {
  const facts = await transaction
    .select()
    .from(billingFacts)
    .where(and(eq(billingFacts.subscriptionId, subscriptionId), between(billingFacts.month, first, last)));
  return foldBillingFacts(facts);
}
