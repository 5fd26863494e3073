import { addDays, type PlainDate } from './plain-date.ts';
import type { Subscription } from './subscription.ts';

export const licenceStatuses = ['normal', 'expiringSoon', 'expired'] as const;
export type LicenceStatus = (typeof licenceStatuses)[number];

type Licence = Pick<Subscription, 'expirationDate' | 'expirationNotificationDays'>;

/** R11: the first day on which a licence is expiring soon; null when it does not expire or nobody wants to be told. */
export const expiringSoonFrom = ({ expirationDate, expirationNotificationDays }: Licence): PlainDate | null =>
  expirationDate === null || expirationNotificationDays === null
    ? null
    : addDays(expirationDate, -expirationNotificationDays);

/** R11: normal, then expiring soon from so many days before the expiration date, then expired from the day after it. */
export function licenceStatus(licence: Licence, date: PlainDate): LicenceStatus {
  const { expirationDate } = licence;
  if (expirationDate !== null && date > expirationDate) return 'expired';
  const soon = expiringSoonFrom(licence);
  return soon !== null && date >= soon ? 'expiringSoon' : 'normal';
}
