/**
 * The quantity a person has entered, or null when it is not a whole number of at least 1. Full-width digits, which a Japanese
 * keyboard gives, count like any others. What the contract allows, the rules decide.
 */
export function enteredQuantity(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{1,9}$/.test(digits)) return null;
  const quantity = Number(digits);
  return quantity >= 1 ? quantity : null;
}
