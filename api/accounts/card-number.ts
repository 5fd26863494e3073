/**
 * Whether a text holds what reads as a card number: 13 to 19 digits, in one or grouped as on a card, whose check digit is right
 * (Luhn). Digits amid letters or in the groups of a UUID are what payment providers make references of.
 */
export function holdsCardNumber(text: string): boolean {
  // Full-width digits become ours.
  const runs = text.normalize('NFKC').match(CARD_LIKE) ?? [];
  return runs.some((run) => isLuhn([...run.replaceAll(/\D/g, '')].map(Number)));
}

const GROUPS = [/\d{13,19}/, /\d{4}(?:[ .-]\d{4}){3}(?:[ .-]\d{1,3})?/, /\d{4}[ .-]\d{6}[ .-]\d{4,5}/];
const CARD_LIKE = new RegExp(
  `(?<![\\p{L}\\d-])(?:${GROUPS.map(({ source }) => source).join('|')})(?![\\p{L}\\d]|[ .-]\\d)`,
  'gu',
);

const isLuhn = (digits: readonly number[]): boolean =>
  digits
    .toReversed()
    .map((digit, place) => (place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)))
    .reduce((sum, digit) => sum + digit, 0) %
    10 ===
  0;
