import type { OrderType } from './order-types.ts';
import type { PendingChange } from './pending/pending-change.ts';
import type { PlainDate, PlainMonth } from './plain-date.ts';
import type { Role } from './role.ts';
import type { Subscription } from './subscription.ts';

/** What the seller's billing has said of one calendar month of a subscription; a day that is null has not come, or is not known. */
export type BillingPeriod = { month: PlainMonth; billedOn: PlainDate | null; paidOn: PlainDate | null };

/** What the rules may know beside order, subscription and catalogue; all of it is read in the deciding transaction. */
export type Facts = {
  /** Who places the order. */
  role: Role;
  /** The order now at work on the subscription, if any. */
  orderAtWork: string | null;
  /** What the order at work does, as if it had taken effect: an order for a later day is judged after it. */
  changesAtWork?: readonly PendingChange[];
  /** Finished orders whose outcome nobody has acknowledged, oldest first: of the subscription; for a purchase, of the account and product. */
  unacknowledgedOrders: readonly { id: string; type: OrderType }[];
  /** Orders accepted but not yet effective, in the order of their effective dates, then of their acceptance. */
  pendingChanges: readonly PendingChange[];
  /** What the pending cancellation withdrew, in the same order: undoing it brings them back. */
  withdrawnByCancellation: readonly PendingChange[];
  /** The last day on which an increase of the quantity took effect; null when there was none. */
  lastIncreaseDate: PlainDate | null;
  /** At most one entry a month, oldest first; a month without entry is unknown. */
  billingPeriods: readonly BillingPeriod[];
  /** The day on which the account last cancelled a subscription to the product (R4); null when it never did. */
  lastCancellationDate: PlainDate | null;
  /** The account's subscriptions to the product that are activated or about to be, other than the one in question (R12). */
  activatedSubscriptions: readonly Subscription[];
};
