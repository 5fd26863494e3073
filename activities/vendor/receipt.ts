import { isDeepStrictEqual } from 'node:util';
import type { OptionQuantity } from '../../domain/requested-change.ts';
import type { VendorOperation, VendorReceipt } from './provisioner.ts';

/**
 * Whether the receipt says that exactly this operation was applied. A vendor that mixes up keys, or a key that was once
 * used for another operation, would otherwise complete an order with a change that was never made. Options are compared
 * whatever their order.
 */
export const answers = (receipt: VendorReceipt, operation: VendorOperation): boolean =>
  isDeepStrictEqual(comparable(appliedOf(receipt)), comparable(operation));

/** The receipt without what the vendor adds to the operation. */
function appliedOf(receipt: VendorReceipt): VendorOperation {
  const { appliedAt: _, ...applied } = receipt;
  if (applied.operation !== 'create') return applied;
  const { vendorSubscriptionId: _id, activationCode: _code, ...operation } = applied;
  return operation;
}

const comparable = (operation: VendorOperation) =>
  'options' in operation ? { ...operation, options: operation.options.toSorted(byOption) } : operation;

const byOption = (one: OptionQuantity, other: OptionQuantity): number => (one.optionId < other.optionId ? -1 : 1);
