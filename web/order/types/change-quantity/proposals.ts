import { inputsOf, type OrderRejection } from '../../rejection/order-rejection.ts';

/** Ways out of a rejected quantity that a person may choose. */
export type Proposals = {
  /** The nearest total that would pass. */
  use: number | null;
  /** The entered number was meant as it says: this total. */
  total: number | null;
  /** The entered number was meant to be added: this many, making this total. */
  addition: { added: number; total: number } | null;
};

/** Reads the ways out of a rejection. Where rules fail that ask for no consent, a total that is meant would fail again, so it is not offered. */
export function proposalsOf(rejection: OrderRejection): Proposals {
  const readings = inputsOf(rejection, 'CONFIRM_TOTAL');
  const readAsTotal = numberOrNull(readings?.readAsTotal);
  const readAsAddition = numberOrNull(readings?.readAsAddition);
  return {
    use: numberOrNull(rejection.smallestChange?.quantity),
    total: rejection.reasons.every(({ code }) => forConsent.includes(code)) ? readAsTotal : null,
    addition: readAsTotal === null || readAsAddition === null ? null : { added: readAsTotal, total: readAsAddition },
  };
}

/** What the person is asked about, one after the other. */
const forConsent = ['CONFIRM_TOTAL', 'SUPERSEDE_REQUIRED'];

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
