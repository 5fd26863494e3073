import { isDeepStrictEqual } from 'node:util';
import type { VendorOperation, VendorReceipt } from './provisioner.ts';

/**
 * Whether the receipt says that exactly this operation was applied. A vendor that mixes up keys, or a key that was once
 * used for another operation, would otherwise complete an order with a change that was never made.
 */
export function answers({ appliedAt: _, ...applied }: VendorReceipt, operation: VendorOperation): boolean {
  return isDeepStrictEqual(applied, operation);
}
