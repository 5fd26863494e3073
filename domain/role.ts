/** Who speaks to Changeover: a storefront user, a reseller, a BSS administrator, or another system. */
export const roles = ['customer', 'partner', 'operator', 'machine'] as const;
export type Role = (typeof roles)[number];
