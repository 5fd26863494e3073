import type { PlainDate } from '../plain-date.ts';

/** What every order carries beside its type's own fields. */
export type OrderFields = {
  subscriptionId: string;
  /** R2. */
  contactEmail?: string | undefined;
  /** Not before this day, in the product's zone; the rules judge the order on it. Absent: today. */
  requestedStartDate?: PlainDate | undefined;
  /** Consent to replace the pending changes it contradicts. */
  supersede?: boolean | undefined;
  note?: string | undefined;
};
