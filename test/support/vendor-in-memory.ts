import { type Provisioner, type VendorReceipt, VendorRefused } from '../../activities/vendor/provisioner.ts';
import { receiptOf } from './vendor-receipt.ts';

/** What happens to a call: the process dies before or after its effect, or the vendor says no for good. */
export type Trouble = 'diesBefore' | 'diesAfter' | 'refuses';

/** The step that a key names: its second part. */
const stepOf = (key: string): string => key.slice(key.indexOf(':') + 1);

/**
 * A vendor that keeps its contract, in memory: one effect per key, none under a void one. `troubles` are by call, as `apply
 * changePlan`; a death comes once. Each call is written down the same way; `applied` has what was applied, in order.
 */
export function vendorInMemory(troubles: { readonly [call: string]: Trouble } = {}) {
  const ledger = new Map<string, VendorReceipt>();
  const voided = new Set<string>();
  const died = new Set<string>();
  const calls: string[] = [];

  function meet<T>(kind: string, key: string, act: () => T): T {
    const call = `${kind} ${stepOf(key)}`;
    calls.push(call);
    const trouble = died.has(call) ? undefined : troubles[call];
    if (trouble === 'diesBefore' || trouble === 'diesAfter') died.add(call);
    if (trouble === 'diesBefore') throw new Error(`died before ${call}`);
    if (trouble === 'refuses' && !ledger.has(key) && !voided.has(key)) {
      throw new VendorRefused(`NO_${stepOf(key)}`, `The vendor does not do ${stepOf(key)}.`);
    }
    const result = act();
    if (trouble === 'diesAfter') throw new Error(`died after ${call}`);
    return result;
  }

  const provisioner: Provisioner = {
    apply: async (operation) =>
      meet('apply', operation.key, () => {
        if (voided.has(operation.key)) throw new VendorRefused('KEY_VOIDED', 'This key was voided.');
        const receipt = ledger.get(operation.key) ?? receiptOf(operation);
        ledger.set(operation.key, receipt);
        return receipt;
      }),
    lookUp: async (key) => meet('lookUp', key, () => ledger.get(key)),
    voidKey: async (key) =>
      meet('void', key, () => {
        if (ledger.has(key)) return 'alreadyApplied';
        voided.add(key);
        return 'voided';
      }),
    details: async () => undefined,
  };

  return {
    provisioner,
    calls,
    applied: (): string[] => [...ledger.keys()].map(stepOf),
    receipts: (): VendorReceipt[] => [...ledger.values()],
  };
}
