import type { OrderRequest } from '../order-types.ts';
import type { PlainDate } from '../plain-date.ts';

/** An accepted order that has not taken effect: part of the subscription's pending stack. */
export type PendingChange = {
  orderId: string;
  order: OrderRequest;
  /** The date on which it is, or was, decided in full; until then its windows are judged again. */
  decisionDate: PlainDate;
  /** The date from which it will hold. */
  effectiveDate: PlainDate;
};
