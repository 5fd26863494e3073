import { ApplicationFailure } from '@temporalio/common';
import {
  type Provisioner,
  VendorAnswerInvalid,
  VendorBusy,
  type VendorCall,
  type VendorOperation,
  type VendorReceipt,
  VendorRefused,
} from './vendor/provisioner.ts';
import { answers } from './vendor/receipt.ts';

/** One operation of an order, and the one that undoes it; null where nothing can. Each has a key of its own. */
export type Undoable = { does: VendorOperation; undoes: VendorOperation | null };

/** The same with what was asked for before the order was repaired, under other keys: the latest try first. */
export type OrderOperation = Undoable & { earlier: readonly Undoable[] };

/**
 * What came of an order at the vendor. `refused`: for good, and nothing of the order is left there. `stuck`: a part is left, because
 * what would undo it was refused too, or there is no such thing; only a person can tell what to do.
 */
export type CarriedOut =
  | { outcome: 'applied'; receipts: readonly VendorReceipt[] }
  | { outcome: 'refused'; refusal: VendorRefused }
  | { outcome: 'stuck'; refusal: VendorRefused; left: string };

/** One attempt at the vendor. `mayHaveHappened`: an earlier one may have got through. */
export type VendorAttempt = { provisioner: Provisioner; mayHaveHappened: boolean; call: VendorCall };

/**
 * Has the vendor apply the operations, in order; when one is refused, has it undo those before, in reverse. `mayHaveHappened`
 * says that an earlier attempt may have got through: then each is looked up before it is asked for. A refusal counts only once its
 * key is void. Throws when an outcome is unknown.
 */
export function carryOut(
  provisioner: Provisioner,
  operations: readonly OrderOperation[],
  attempt: Omit<VendorAttempt, 'provisioner'>,
): Promise<CarriedOut> {
  const vendor = { provisioner, ...attempt };
  return orBusy(async () => {
    const receipts: VendorReceipt[] = [];
    for (const [index, { does, earlier }] of operations.entries()) {
      const result = await settled(vendor, does, earlier);
      if (result instanceof VendorRefused) return undone(vendor, operations.slice(0, index), receipts, result);
      receipts.push(result);
    }
    return { outcome: 'applied', receipts };
  });
}

/** Runs work at the vendor; that it is busy becomes a failure that says when to come again. */
export async function orBusy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VendorBusy) throw busy(error);
    throw error;
  }
}

async function undone(
  vendor: VendorAttempt,
  applied: readonly OrderOperation[],
  receipts: readonly VendorReceipt[],
  refusal: VendorRefused,
): Promise<CarriedOut> {
  for (const [index, operation] of [...applied.entries()].toReversed()) {
    const left = operation.does.operation;
    const undoes = undoingOf(operation, receipts[index]);
    if (undoes === null) return { outcome: 'stuck', refusal, left };
    const result = await settled(vendor, undoes);
    if (result instanceof VendorRefused) return { outcome: 'stuck', refusal: result, left };
  }
  return { outcome: 'refused', refusal };
}

/** What undoes an operation, by the name that the vendor gave to what it made. */
export function undoingOf({ undoes }: OrderOperation, receipt: VendorReceipt | undefined): VendorOperation | null {
  if (undoes === null || receipt?.operation !== 'create') return undoes;
  return { ...undoes, subscriptionId: receipt.vendorSubscriptionId };
}

/** The receipt of an operation, applied now or earlier; or the vendor's definite refusal, after which its key is void. */
export async function settled(
  vendor: VendorAttempt,
  operation: VendorOperation,
  earlier: readonly Undoable[] = [],
): Promise<VendorReceipt | VendorRefused> {
  const before = vendor.mayHaveHappened ? await appliedBefore(vendor, operation, earlier) : undefined;
  if (before) return before;
  const result = await asked(vendor, operation);
  if (!(result instanceof VendorRefused)) return result;
  // Another attempt, earlier or later, may be on its way to the vendor; voiding its key rules out that it lands after all.
  if ((await vendor.provisioner.voidKey(operation.key, vendor.call)) === 'voided') return result;
  const after = await appliedAs(vendor, operation);
  if (!after) throw new VendorAnswerInvalid(`Something else is applied as ${operation.key}`);
  return after;
}

/** The receipt of what holds at the vendor: applied in this try, or in an earlier one and not undone in that or any since. */
export async function appliedBefore(
  vendor: VendorAttempt,
  operation: VendorOperation,
  earlier: readonly Undoable[],
): Promise<VendorReceipt | undefined> {
  const now = await appliedAs(vendor, operation);
  if (now) return now;
  for (const { does, undoes } of earlier) {
    if (undoes !== null && (await appliedAs(vendor, undoes))) return undefined;
    const receipt = await appliedAs(vendor, does);
    if (receipt) return receipt;
  }
  return undefined;
}

async function appliedAs(
  { provisioner, call }: VendorAttempt,
  operation: VendorOperation,
): Promise<VendorReceipt | undefined> {
  const receipt = await provisioner.lookUp(operation.key, call);
  return receipt !== undefined && answers(receipt, operation) ? receipt : undefined;
}

async function asked(
  { provisioner, call }: VendorAttempt,
  operation: VendorOperation,
): Promise<VendorReceipt | VendorRefused> {
  try {
    return await provisioner.apply(operation, call);
  } catch (error) {
    if (error instanceof VendorRefused) return error;
    throw error;
  }
}

/** The vendor says when it wants to be asked again; asking earlier would only be refused again. */
const busy = (error: VendorBusy): ApplicationFailure =>
  ApplicationFailure.create({
    message: error.message,
    type: 'VendorBusy',
    ...(error.retryAfterMs === undefined ? {} : { nextRetryDelay: error.retryAfterMs }),
    cause: error,
  });
