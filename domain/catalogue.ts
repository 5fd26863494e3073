/** What is sold: a product of a vendor, changed under the contract rules of one policy. */
export type Product = {
  id: string;
  name: string;
  /** Whose system is changed; names the task queue `vendor-<vendor>`. */
  vendor: string;
  /** IANA zone in which the contract's dates are meant. */
  timeZone: string;
  policyId: string;
  /** What one licensed unit is called on the screen, singular and plural. */
  unit: { one: string; many: string };
};

/** A sellable size range of a product; quantities are licensed units, both bounds inclusive, null = no bound. */
export type Sku = {
  id: string;
  productId: string;
  name: string;
  minimumQuantity: number | null;
  maximumQuantity: number | null;
};
