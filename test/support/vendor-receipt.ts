import type { VendorOperation, VendorReceipt } from '../../activities/vendor/provisioner.ts';

/** The receipt of a vendor that has applied the operation; what it makes it calls `made-by-vendor`. */
export function receiptOf(operation: VendorOperation): VendorReceipt {
  const appliedAt = '2026-11-24T10:00:00.000Z';
  return operation.operation === 'create'
    ? { ...operation, vendorSubscriptionId: 'made-by-vendor', activationCode: null, appliedAt }
    : { ...operation, appliedAt };
}
