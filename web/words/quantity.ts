/** What one licensed unit of a product is called. */
export type Unit = { one: string; many: string };

const digits = new Intl.NumberFormat('en-GB');

/** `1 agent`, `2,500 agents`. */
export const quantityWords = (quantity: number, { one, many }: Unit): string =>
  `${digits.format(quantity)} ${quantity === 1 ? one : many}`;

/** The quantities a SKU allows, or null when it bounds them at neither end. */
export function rangeWords(minimum: number | null, maximum: number | null, unit: Unit): string | null {
  if (minimum !== null && maximum !== null) return `${digits.format(minimum)} to ${quantityWords(maximum, unit)}`;
  if (minimum !== null) return `at least ${quantityWords(minimum, unit)}`;
  if (maximum !== null) return `at most ${quantityWords(maximum, unit)}`;
  return null;
}
