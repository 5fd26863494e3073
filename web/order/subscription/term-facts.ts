import type { Subscription } from '../../../client/generated/types.gen.ts';
import type { Fact } from '../../ui/facts.tsx';
import { dateWords, periodWords } from '../../words/time.ts';

type Termed = Pick<Subscription, 'term' | 'servicePeriod' | 'renewalWindow' | 'licenceStatus' | 'expirationDate'>;

/** For how long the subscription runs, and when it may be reduced. */
export function termFacts({ term, servicePeriod, renewalWindow, licenceStatus, expirationDate }: Termed): Fact[] {
  const licence = licenceWords(licenceStatus, expirationDate);
  return [
    { name: 'Term', value: term === 'annual' ? 'Annual' : 'Monthly' },
    { name: 'Service period', value: periodWords(servicePeriod) },
    ...(term === 'annual' && renewalWindow ? [{ name: 'Renewal window', value: periodWords(renewalWindow) }] : []),
    ...(licence ? [{ name: 'Licence', value: licence }] : []),
  ];
}

/** Null where there is nothing to heed. */
export function licenceWords(
  status: Subscription['licenceStatus'],
  expirationDate: Subscription['expirationDate'],
): string | null {
  if (status === 'expiringSoon') return expirationDate ? `Expires soon: ${dateWords(expirationDate)}` : 'Expires soon';
  if (status === 'expired') return expirationDate ? `Expired: ${dateWords(expirationDate)}` : 'Expired';
  return null;
}
