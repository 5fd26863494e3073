import { appliedBefore, type OrderOperation, orBusy, settled, undoingOf, type VendorAttempt } from './carry-out.ts';
import { type Provisioner, VendorAnswerInvalid, type VendorReceipt, VendorRefused } from './vendor/provisioner.ts';

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
      const { does } = operation;
      const undoes = undoingOf(operation, receipt);
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
  vendor: VendorAttempt,
  operations: readonly OrderOperation[],
): Promise<{ operation: OrderOperation; receipt: VendorReceipt }[]> {
  const applied: { operation: OrderOperation; receipt: VendorReceipt }[] = [];
  for (const operation of operations) {
    const { does, earlier } = operation;
    const settlements = [];
    for (const { key } of [does, ...earlier.map((tried) => tried.does)]) {
      settlements.push(await vendor.provisioner.voidKey(key, vendor.call));
    }
    if (settlements.every((settlement) => settlement === 'voided')) continue;
    const receipt = await appliedBefore(vendor, does, earlier);
    if (receipt !== undefined) applied.push({ operation, receipt });
    else if (settlements[0] === 'alreadyApplied') {
      throw new VendorAnswerInvalid(`Something else is applied as ${does.key}`);
    }
  }
  return applied;
}
