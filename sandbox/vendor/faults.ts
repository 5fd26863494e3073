import type { CallKind, Fault } from './fault.ts';
import type { OperationName } from './operation.ts';

/** A fault at work on a target. */
export type ActiveFault = Fault & {
  target: string;
  /** Calls that met it so far. */
  met: number;
  /** Calls that wait for the release or whose effect or answer is still to come, their callers gone or not. */
  held: number;
  /** Resolves when the fault is released, cleared or replaced. */
  over: Promise<void>;
};

/** A request to the contract: its kind, and the subscription and the operation that it is about, where that is known. */
export type ContractCall = {
  kind: CallKind;
  subscriptionId: string | undefined;
  operation: OperationName | undefined;
};

export type Faults = ReturnType<typeof createFaults>;

/** The faults that are switched on, by target: the id of a subscription, or `*` for all without a fault of their own. */
export function createFaults() {
  const faults = new Map<string, ActiveFault>();
  const endings = new Map<string, () => void>();

  function clear(target: string): ActiveFault | undefined {
    const fault = faults.get(target);
    endings.get(target)?.();
    faults.delete(target);
    endings.delete(target);
    return fault;
  }

  return {
    set(target: string, fault: Fault): ActiveFault {
      clear(target);
      const over = new Promise<void>((resolve) => endings.set(target, resolve));
      const active = { ...fault, target, met: 0, held: 0, over };
      faults.set(target, active);
      return active;
    },

    /** Ends the fault; calls that it holds go on. Gives it as it was, if there was one. */
    clear,

    get: (target: string): ActiveFault | undefined => faults.get(target),

    all: (): ActiveFault[] => [...faults.values()],

    /** The fault that a call meets now, counted; `undefined` when it goes well. */
    meet(call: ContractCall): ActiveFault | undefined {
      const fault = [call.subscriptionId ?? '*', '*']
        .map((target) => faults.get(target))
        .find((one) => one && meets(one, call));
      if (fault) fault.met += 1;
      return fault;
    },
  };
}

function meets(
  { mode, calls, operations, times = Number.POSITIVE_INFINITY, met }: ActiveFault,
  { kind, operation }: ContractCall,
): boolean {
  const ofKind = calls?.includes(kind) ?? (mode === 'down' || kind === 'apply');
  const ofOperation = operations === undefined || (operation !== undefined && operations.includes(operation));
  return met < times && ofKind && ofOperation;
}
