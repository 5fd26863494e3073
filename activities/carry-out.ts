import { ApplicationFailure } from '@temporalio/common';
import {
  type Provisioner,
  VendorAnswerInvalid,
  VendorBusy,
  type VendorCall,
  type VendorOperation,
  VendorRefused,
} from './vendor/provisioner.ts';
import { answers } from './vendor/receipt.ts';

/**
 * Has the vendor apply the operations, in order. `mayHaveHappened` says that an earlier attempt may have got through: then
 * each is looked up before it is asked for. A refusal counts only once its key is void. Returns the vendor's definite refusal;
 * throws when the outcome is unknown.
 */
export async function carryOut(
  provisioner: Provisioner,
  operations: readonly VendorOperation[],
  { mayHaveHappened, call }: { mayHaveHappened: boolean; call: VendorCall },
): Promise<'applied' | VendorRefused> {
  const isApplied = async (operation: VendorOperation) => {
    const receipt = await provisioner.lookUp(operation.key, call);
    return receipt !== undefined && answers(receipt, operation);
  };
  try {
    for (const operation of operations) {
      if (mayHaveHappened && (await isApplied(operation))) continue;
      const refusal = await applied(provisioner, operation, call);
      if (refusal === undefined) continue;
      // Another attempt, earlier or later, may be on its way to the vendor; voiding its key rules out that it lands after all.
      if ((await provisioner.voidKey(operation.key, call)) === 'voided') return refusal;
      if (!(await isApplied(operation))) throw new VendorAnswerInvalid(`Something else is applied as ${operation.key}`);
    }
    return 'applied';
  } catch (error) {
    if (error instanceof VendorBusy) throw busy(error);
    throw error;
  }
}

/** Undefined when the vendor has applied it, or its definite refusal. */
async function applied(
  provisioner: Provisioner,
  operation: VendorOperation,
  call: VendorCall,
): Promise<VendorRefused | undefined> {
  try {
    await provisioner.apply(operation, call);
    return undefined;
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
