import { and, eq, gt } from 'drizzle-orm';
import { dateIn } from '../business-time.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import { findProduct, type PlanRow } from './catalogue.ts';
import { type ChangeRecord, reportSubscription } from './change-subscription.ts';
import type { Transaction } from './client.ts';
import { changePlan, lockPlan } from './plan-approvals.ts';
import { type VendorEventType, vendorEvents } from './schema/facts.ts';
import { lockSubscription, type SubscriptionRow } from './subscriptions.ts';

/** What a vendor reports of a subscription, by Changeover's id of it. */
export type SubscriptionReport = { subscriptionId: string } & (
  | { type: 'activated' }
  /** Units in use, in total; null when the vendor no longer says. */
  | { type: 'assignedQuantity'; assignedQuantity: number | null }
  | { type: 'expired' }
);

/** What a vendor reports of a plan. Both days of its lifecycle are stated each time, null while none is announced. */
export type PlanReport = { planId: string } & (
  | { type: 'planLifecycle'; endOfSaleDate: PlainDate | null; endOfLifeDate: PlainDate | null }
  /** R9: its suite is composed anew from the event's day on. */
  | { type: 'compositionChanged' }
);

/** `eventId` is the vendor's own and names the event for good; `effectiveAt` is when it happened at the vendor. */
export type VendorEvent = { vendor: string; eventId: string; effectiveAt: Date } & (SubscriptionReport | PlanReport);

/** `unknownSubject`: the vendor has no such subscription or plan here, and nothing is kept. The others are on record. */
export type VendorEventResult = 'applied' | 'superseded' | 'duplicate' | 'unknownSubject';

/**
 * Records what a vendor reports and changes what it is about, once per event id. One that happened before a newer one of its
 * kind and subject is kept but overwrites nothing. Repeating changes nothing. Throws RangeError for a product without a real zone.
 */
export async function applyVendorEvent(transaction: Transaction, event: VendorEvent): Promise<VendorEventResult> {
  return 'planId' in event ? ofPlan(transaction, event) : ofSubscription(transaction, event);
}

async function ofSubscription(
  transaction: Transaction,
  event: VendorEvent & SubscriptionReport,
): Promise<VendorEventResult> {
  const subscription = await lockSubscription(transaction, event.subscriptionId);
  const subject = subscription && (await subjectOf(transaction, event, subscription));
  if (!subscription || !subject) return 'unknownSubject';
  const outcome = await keep(transaction, event, subject);
  const report = reported(subscription, event);
  if (outcome === 'applied' && report) {
    await reportSubscription(transaction, subscription, report, recordOf(event, subject));
  }
  return outcome;
}

/** Undefined where the subscription is beyond what was reported: what has ended stays ended, what is suspended stays so. */
function reported(
  { state, assignedQuantity }: SubscriptionRow,
  event: SubscriptionReport,
): Parameters<typeof reportSubscription>[2] | undefined {
  switch (event.type) {
    case 'activated':
      return state === 'pendingActivation' ? { state: 'active' } : undefined;
    case 'assignedQuantity':
      return event.assignedQuantity === assignedQuantity ? undefined : { assignedQuantity: event.assignedQuantity };
    case 'expired':
      return state === 'terminated' || state === 'expired' ? undefined : { state: 'expired' };
  }
}

async function ofPlan(transaction: Transaction, event: VendorEvent & PlanReport): Promise<VendorEventResult> {
  const plan = await lockPlan(transaction, event.planId);
  const subject = plan && (await subjectOf(transaction, event, plan));
  if (!plan || !subject) return 'unknownSubject';
  const outcome = await keep(transaction, event, subject);
  if (outcome === 'applied') await changePlan(transaction, plan, lifeOf(event, subject));
  return outcome;
}

const lifeOf = (event: PlanReport, { effectiveDate }: Subject): Parameters<typeof changePlan>[2] =>
  event.type === 'compositionChanged'
    ? { compositionChangedOn: effectiveDate }
    : { endOfSaleDate: event.endOfSaleDate, endOfLifeDate: event.endOfLifeDate };

type Subject = { tenant: string; effectiveDate: PlainDate };

/** The locked row an event is about, unless another vendor's product is meant. */
async function subjectOf(
  transaction: Transaction,
  { vendor, effectiveAt }: VendorEvent,
  { tenant, productId }: SubscriptionRow | PlanRow,
): Promise<Subject | undefined> {
  const product = await findProduct(transaction, productId);
  return product?.vendor === vendor ? { tenant, effectiveDate: dateIn(product.timeZone, effectiveAt) } : undefined;
}

async function keep(
  transaction: Transaction,
  event: VendorEvent,
  { tenant, effectiveDate }: Subject,
): Promise<Exclude<VendorEventResult, 'unknownSubject'>> {
  const { vendor, eventId, effectiveAt, type, ...rest } = event;
  const { subscriptionId = null, planId = null, ...payload } = rest as { subscriptionId?: string; planId?: string };
  const subject =
    planId === null ? eq(vendorEvents.subscriptionId, subscriptionId ?? '') : eq(vendorEvents.planId, planId);
  const outcome = (await hasNewer(transaction, subject, type, effectiveAt)) ? 'superseded' : 'applied';
  const kept = await transaction
    .insert(vendorEvents)
    .values({ tenant, vendor, eventId, type, subscriptionId, planId, payload, effectiveDate, effectiveAt, outcome })
    .onConflictDoNothing()
    .returning({ eventId: vendorEvents.eventId });
  return kept.length === 0 ? 'duplicate' : outcome;
}

async function hasNewer(
  transaction: Transaction,
  subject: ReturnType<typeof eq>,
  type: VendorEventType,
  effectiveAt: Date,
): Promise<boolean> {
  const newer = await transaction
    .select({ eventId: vendorEvents.eventId })
    .from(vendorEvents)
    .where(and(subject, eq(vendorEvents.type, type), gt(vendorEvents.effectiveAt, effectiveAt)))
    .limit(1);
  return newer.length > 0;
}

const recordOf = ({ vendor, eventId, type, effectiveAt }: VendorEvent, { effectiveDate }: Subject): ChangeRecord => ({
  orderId: null,
  actor: `vendor ${vendor}`,
  reason: `${type} (event ${eventId})`,
  effectiveAt,
  effectiveDate,
});
