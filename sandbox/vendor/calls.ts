import { type CallKind, callKinds } from './fault.ts';

export type CallCounts = Record<CallKind, number>;

export type Calls = ReturnType<typeof createCalls>;

/** How often the contract was called since the process started, whatever became of the call; by subscription, `*` for all. */
export function createCalls() {
  const counts = new Map<string, CallCounts>();
  const of = (target: string): CallCounts => counts.get(target) ?? none();

  return {
    of,
    count(kind: CallKind, subscriptionId: string | undefined): void {
      for (const target of subscriptionId === undefined ? ['*'] : ['*', subscriptionId]) {
        const before = of(target);
        counts.set(target, { ...before, [kind]: before[kind] + 1 });
      }
    },
  };
}

const none = (): CallCounts => Object.fromEntries(callKinds.map((kind) => [kind, 0])) as CallCounts;
