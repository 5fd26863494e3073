import { randomInt } from 'node:crypto';

// Without letters that read like digits.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** As S1's vendor prints it: four groups of five. */
export const newCode = (): string => [letters(5), letters(5), letters(5), letters(5)].join('-');

/** The vendor's own id of a subscription: nothing in it tells what Changeover calls it. */
export const newSubscriptionId = (): string => `VS-${letters(12)}`;

const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');
