import { CatalogueIncomplete } from '../../db/catalogue.ts';
import { asTenant, type Transaction } from '../../db/client.ts';
import { subscriptionIdAt } from '../../db/subscriptions.ts';
import { applyVendorEvent, type VendorEvent, type VendorEventResult } from '../../db/vendor-events.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem } from '../problem.ts';
import type { VendorEventBody } from './event-body.ts';

/** A vendor's clock may be ahead of ours by this, as for its signatures. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Records a vendor's event and what it changes, in one transaction. Throws VENDOR_EVENT_SUBJECT_UNKNOWN, FACT_IN_FUTURE;
 * CatalogueIncomplete for a product without a real time zone.
 */
export async function takeEvent(
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
  eventId: string,
  body: VendorEventBody,
): Promise<Exclude<VendorEventResult, 'unknownSubject'>> {
  const latest = new Date(now().getTime() + CLOCK_TOLERANCE_MS);
  if (body.effectiveAt > latest) throw new Problem('FACT_IN_FUTURE', { latest: latest.toISOString() });
  const outcome = await asTenant(database, 'changeover_api', body.tenant, async (transaction) => {
    const event = await eventOf(transaction, eventId, body);
    return event ? applyVendorEvent(transaction, event) : 'unknownSubject';
  }).catch((error: unknown) => {
    throw error instanceof RangeError ? new CatalogueIncomplete(error.message) : error;
  });
  if (outcome === 'unknownSubject') throw new Problem('VENDOR_EVENT_SUBJECT_UNKNOWN');
  return outcome;
}

/** The event by Changeover's own ids; undefined where the vendor's subscription is not known here. */
async function eventOf(
  transaction: Transaction,
  eventId: string,
  body: VendorEventBody,
): Promise<VendorEvent | undefined> {
  const { vendor, effectiveAt } = body;
  const told = { vendor, eventId, effectiveAt };
  if (body.type === 'planLifecycle' || body.type === 'compositionChanged') {
    return body.type === 'planLifecycle'
      ? { ...told, type: body.type, ...body.data }
      : { ...told, type: body.type, ...body.data };
  }
  const subscriptionId = await subscriptionIdAt(transaction, vendor, body.data.subscriptionId);
  if (subscriptionId === undefined) return undefined;
  switch (body.type) {
    case 'assignedQuantity':
      return { ...told, type: body.type, subscriptionId, assignedQuantity: body.data.quantity };
    case 'activated':
      return { ...told, ...body.data, type: body.type, subscriptionId };
    case 'expired':
      return { ...told, type: body.type, subscriptionId };
  }
}
