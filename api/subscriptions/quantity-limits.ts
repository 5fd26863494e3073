import { type Product, skuOf } from '../../domain/catalogue.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Subscription } from '../../domain/subscription.ts';

/** Totals that can be ordered, in licensed units, as far as the SKU and the units in use decide; both bounds are multiples of the step. */
export type QuantityLimits = { minimum: number; maximum: number | null; step: number; assigned: number | null };

/** R1, R5, R6: what the policy does not name does not bind. */
export function quantityLimits(
  { skuId, assignedQuantity }: Subscription,
  product: Product,
  { rules }: Policy,
): QuantityLimits {
  const sku = rules.skuQuantityRange === undefined ? undefined : skuOf(product, skuId);
  const step = sku?.quantityStep ?? 1;
  const inUse = rules.notBelowAssignedQuantity === undefined ? 0 : (assignedQuantity ?? 0);
  const minimum = Math.max(sku?.minimumQuantity ?? 1, inUse, 1);
  const maximum = sku?.maximumQuantity ?? null;
  return {
    minimum: Math.ceil(minimum / step) * step,
    maximum: maximum === null ? null : Math.floor(maximum / step) * step,
    step,
    assigned: assignedQuantity,
  };
}
