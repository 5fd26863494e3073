import type { Term } from './catalogue.ts';
import type { PlainDate } from './plain-date.ts';
import type { AutoRenewal } from './subscription.ts';

/** The total wanted of one option; 0 is to have none. Options that an order does not name stay as they are. */
export type OptionQuantity = { optionId: string; quantity: number };

/** The parts an order may ask to change, whatever its type: each is judged by rules of its own, and all hold together or none. */
export type RequestedChange = {
  /** Licensed units, in total. */
  quantity?: number | undefined;
  planId?: string | undefined;
  options?: readonly OptionQuantity[] | undefined;
  term?: Term | undefined;
  unitsPerLicence?: number | undefined;
  expirationDate?: PlainDate | undefined;
  autoRenewal?: AutoRenewal | undefined;
  /** Days before the expiration date. */
  expirationNotificationDays?: number | undefined;
  managed?: boolean | undefined;
};

export type Part = keyof RequestedChange;
