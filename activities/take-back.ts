import { type OrderOperation, orBusy, settled, type VendorAttempt } from './carry-out.ts';
import { type Provisioner, VendorAnswerInvalid, type VendorReceipt, VendorRefused } from './vendor/provisioner.ts';
import { answers } from './vendor/receipt.ts';

/**
 * What came of taking an order back. `takenBack`: nothing of it is left at the vendor, now or later. `allApplied`: all of it is
 * applied, and cannot be undone. `stuck`: a part is, and only a person can tell what to do.
 */
export type TakenBack =
  | { outcome: 'takenBack' }
  | { outcome: 'allApplied'; receipts: readonly VendorReceipt[]; left: string }
  | { outcome: 'stuck'; left: string };

/** Voids the keys that are not applied, so that they never are, and undoes in reverse those that are. Throws when an outcome is unknown. */
export function takeBack(
  provisioner: Provisioner,
  operations: readonly OrderOperation[],
  attempt: Omit<VendorAttempt, 'provisioner'>,
): Promise<TakenBack> {
  const vendor = { provisioner, ...attempt };
  return orBusy(async () => {
    const applied = await appliedOf(vendor, operations);
    for (const [index, { operation, receipt }] of applied.toReversed().entries()) {
      const { does, undoes } = operation;
      const result = undoes === null ? undefined : await settled(vendor, undoes);
      if (result !== undefined && !(result instanceof VendorRefused)) continue;
      const untouched = index === 0 && applied.length === operations.length && receipt !== undefined;
      return untouched
        ? { outcome: 'allApplied', receipts: applied.map((one) => one.receipt), left: does.operation }
        : { outcome: 'stuck', left: does.operation };
    }
    return { outcome: 'takenBack' };
  });
}

async function appliedOf(
  { provisioner, call }: VendorAttempt,
  operations: readonly OrderOperation[],
): Promise<{ operation: OrderOperation; receipt: VendorReceipt }[]> {
  const applied: { operation: OrderOperation; receipt: VendorReceipt }[] = [];
  for (const operation of operations) {
    if ((await provisioner.voidKey(operation.does.key, call)) === 'voided') continue;
    const receipt = await provisioner.lookUp(operation.does.key, call);
    if (receipt === undefined || !answers(receipt, operation.does)) {
      throw new VendorAnswerInvalid(`Something else is applied as ${operation.does.key}`);
    }
    applied.push({ operation, receipt });
  }
  return applied;
}
