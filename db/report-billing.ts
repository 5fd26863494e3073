import { and, eq } from 'drizzle-orm';
import type { BillingPeriod } from '../domain/facts.ts';
import { recordBillingFact } from './billing-facts.ts';
import type { Transaction } from './client.ts';
import { foldBillingFacts } from './fold-billing-facts.ts';
import { billingFacts } from './schema/facts.ts';

/**
 * Records what billing says of a month, unless that is known of its day already: repeating it adds nothing. Gives what is
 * known of the month then. The caller holds the subscription's lock.
 */
export async function reportBilling(
  transaction: Transaction,
  fact: Parameters<typeof recordBillingFact>[1],
): Promise<BillingPeriod> {
  const known = await transaction
    .select()
    .from(billingFacts)
    .where(and(eq(billingFacts.subscriptionId, fact.subscriptionId), eq(billingFacts.month, fact.month)));
  const [thatDay] = foldBillingFacts(known.filter(({ effectiveDate }) => effectiveDate <= fact.effectiveDate));
  const facts = says(thatDay, fact) ? known : [...known, await recordBillingFact(transaction, fact)];
  const [period] = foldBillingFacts(facts);
  if (!period) throw new Error(`Nothing is known of ${fact.month} of ${fact.subscriptionId}`);
  return period;
}

const says = (period: BillingPeriod | undefined, { billed, paid }: { billed: boolean; paid: boolean }): boolean =>
  period !== undefined && (period.billedOn !== null) === billed && (period.paidOn !== null) === paid;
