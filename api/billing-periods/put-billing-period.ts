import { CatalogueIncomplete, loadProduct } from '../../db/catalogue.ts';
import { asTenant } from '../../db/client.ts';
import { reportBilling } from '../../db/report-billing.ts';
import { lockSubscription } from '../../db/subscriptions.ts';
import type { PlainDate, PlainMonth } from '../../domain/plain-date.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { todayFor } from '../today.ts';
import { billingPeriodView } from './billing-period-view.ts';

/**
 * Records what billing says of a month, as of a day in the product's zone, today where none is given. Saying the same again
 * changes nothing. Throws SUBSCRIPTION_NOT_FOUND, FACT_IN_FUTURE; CatalogueIncomplete for a product without a real zone.
 */
export function putBillingPeriod(
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
  { tenant, subject }: Actor,
  { subscriptionId, month }: { subscriptionId: string; month: PlainMonth },
  said: { billed: boolean; paid: boolean; effectiveDate?: PlainDate | undefined },
): Promise<Answer> {
  return asTenant(database, 'changeover_api', tenant, async (transaction) => {
    const subscription = await lockSubscription(transaction, subscriptionId);
    if (!subscription) throw new Problem('SUBSCRIPTION_NOT_FOUND');
    const product = await loadProduct(transaction, subscription.productId);
    const today = todayFor(product, now());
    if (today === null) throw new CatalogueIncomplete(`Product ${product.id} has no real time zone`);
    const { billed, paid, effectiveDate = today } = said;
    if (effectiveDate > today) {
      throw new Problem('FACT_IN_FUTURE', { detail: `effectiveDate is after ${today}`, latest: today });
    }
    const fact = { tenant, subscriptionId, month, billed, paid, effectiveDate, actor: subject };
    return { status: 200, body: billingPeriodView(await reportBilling(transaction, fact)) };
  });
}
