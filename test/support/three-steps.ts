import type { OrderOperation, Undoable } from '../../activities/carry-out.ts';
import type { VendorReceipt } from '../../activities/vendor/provisioner.ts';
import type { VendorAction } from '../../domain/vendor-action.ts';

const steps: readonly [name: string, does: VendorAction, undoes: VendorAction][] = [
  ['changePlan', { operation: 'changePlan', planId: 'advanced' }, { operation: 'changePlan', planId: 'standard' }],
  ['changeQuantity', { operation: 'changeQuantity', quantity: 12 }, { operation: 'changeQuantity', quantity: 10 }],
  [
    'changeExpiration',
    { operation: 'changeExpiration', expirationDate: '2027-01-31' },
    { operation: 'changeExpiration', expirationDate: null },
  ],
];

/** What the subscription is at the vendor before the order, and after it. */
export const before = { planId: 'standard', quantity: 10, expirationDate: null };
export const after = { planId: 'advanced', quantity: 12, expirationDate: '2027-01-31' };

/** A plan changed with two more parts, each with what brings back what was before; after repairs under keys of the latest try. */
export function threeSteps(tries = 1): OrderOperation[] {
  return steps.map(([name, does, undoes]) => {
    const inTry = (n: number): Undoable => {
      const key = (step: string) => ({
        key: `order-1:${step}${n === 1 ? '' : `.${n}`}`,
        subscriptionId: 'vendor-sub-1',
      });
      return { does: { ...key(name), ...does }, undoes: { ...key(`undo-${name}`), ...undoes } };
    };
    return { ...inTry(tries), earlier: Array.from({ length: tries - 1 }, (_, n) => inTry(tries - 1 - n)) };
  });
}

/** What the subscription is at a vendor that has applied these, one after the other. */
export function leftBy(receipts: readonly VendorReceipt[]): object {
  const fields = receipts.map(({ key: _, subscriptionId: __, operation: ___, appliedAt: ____, ...rest }) => rest);
  return Object.assign({}, before, ...fields);
}
