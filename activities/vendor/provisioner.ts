import type { Subscription } from '../../domain/subscription.ts';
import type { VendorAction } from '../../domain/vendor-action.ts';

/** One change asked of a vendor. */
export type VendorOperation = {
  /** Names the operation for good, as `orderId:step`: however often it is sent, the vendor applies it once. */
  key: string;
  /** The vendor's own id of the subscription; of `create`, where there is none yet, Changeover's. */
  subscriptionId: string;
} & VendorAction;

/** What the vendor gives a subscription that it makes: its own id, by which all later calls name it, and a code where it is activated with one. */
export type CreatedSubscription = { vendorSubscriptionId: string; activationCode: string | null };

/** The vendor's word that the operation is applied; the same for every repeat of the key. `appliedAt` is a UTC instant, ISO 8601. */
export type VendorReceipt =
  | (Exclude<VendorOperation, { operation: 'create' }> & { appliedAt: string })
  | (Extract<VendorOperation, { operation: 'create' }> & CreatedSubscription & { appliedAt: string });

/** A subscription as it is at the vendor now, in the words of Changeover's own. `activationCode` is null where there is none. */
export type VendorDetails = Pick<
  Subscription,
  | 'state'
  | 'quantity'
  | 'planId'
  | 'options'
  | 'term'
  | 'servicePeriod'
  | 'autoRenewal'
  | 'expirationDate'
  | 'unitsPerLicence'
  | 'expirationNotificationDays'
  | 'managed'
  | 'assignedQuantity'
> & { activationCode: string | null };

/** What every call takes: aborting `signal` ends it, and it then rejects with the signal's reason. The outcome is unknown then. */
export type VendorCall = { signal?: AbortSignal | undefined };

/**
 * What Changeover needs of a vendor.
 *
 * 1. `apply` resolves once the operation is applied, and to the same receipt when it was applied before. Beside the errors
 *    of 5 it throws VendorRefused: nothing was applied by this or any earlier call with the key that the vendor has dealt with.
 * 2. `lookUp` gives the receipt of a key, `undefined` when nothing is applied under it so far. A call that is still on its
 *    way may yet be applied; only `voidKey` rules that out. A receipt is checked against its key alone, so ask `answers`
 *    (receipt.ts) before taking it for the outcome of an operation.
 * 3. `voidKey` makes sure that nothing is ever applied under the key, or says that it is too late. Safe to repeat.
 * 4. `details` reads the subscription as it is now, by the vendor's id; `undefined` when the vendor has none of that id.
 * 5. All four throw VendorBusy, VendorUnavailable or VendorAnswerInvalid: the outcome is unknown, look it up before any repeat.
 */
export interface Provisioner {
  apply(operation: VendorOperation, call?: VendorCall): Promise<VendorReceipt>;
  lookUp(key: string, call?: VendorCall): Promise<VendorReceipt | undefined>;
  voidKey(key: string, call?: VendorCall): Promise<'voided' | 'alreadyApplied'>;
  details(subscriptionId: string, call?: VendorCall): Promise<VendorDetails | undefined>;
}

/** The vendor refuses for good. `code` (UPPER_SNAKE) and message are the vendor's own, safe to store and to show. */
export class VendorRefused extends Error {
  override readonly name = 'VendorRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The vendor takes no calls now (429, 503). `retryAfterMs` is the wait it asks for, in milliseconds, if it named one. */
export class VendorBusy extends Error {
  override readonly name = 'VendorBusy';
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The vendor cannot be reached, gave no answer in time, failed (5xx) or does not let us in (401, 403). */
export class VendorUnavailable extends Error {
  override readonly name = 'VendorUnavailable';
}

/** The vendor answered something that its contract does not allow, or about something else than was asked. */
export class VendorAnswerInvalid extends Error {
  override readonly name = 'VendorAnswerInvalid';
}
