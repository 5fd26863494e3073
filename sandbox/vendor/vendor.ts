import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Answer, ok, refusal } from './answer.ts';
import { effect } from './effects.ts';
import type { Entry } from './entry.ts';
import type { Ledger } from './ledger.ts';
import type { Operation, Registration, Subscription } from './operation.ts';

type Applied = Extract<Entry, { kind: 'applied' }>;
type Voided = Extract<Entry, { kind: 'voided' }>;

export type Vendor = ReturnType<typeof createVendor>;

/**
 * The vendor's books: what it knows of keys and subscriptions, all of it a fold of the ledger. Each method decides in one go,
 * so equal requests at the same time have one effect, and answers when all that the answer rests on is on disk.
 */
export function createVendor(ledger: Ledger) {
  const entries: Entry[] = [];
  const keys = new Map<string, Applied | Voided>();
  const subscriptions = new Map<string, Subscription>();
  for (const entry of ledger.found) take(entry);

  return {
    apply: durably((operation: Operation) => {
      const known = keys.get(operation.key);
      if (known?.kind === 'voided') return refusal(410, 'KEY_VOIDED', 'This key was voided.');
      if (known && !isDeepStrictEqual(operationOf(known), operation))
        return refusal(409, 'KEY_REUSED', 'Another operation was applied under this key.');
      if (known) return ok(receipt(known));
      if (!subscriptions.has(operation.subscriptionId))
        return refusal(422, 'UNKNOWN_SUBSCRIPTION', 'There is no such subscription.');
      const applied: Applied = { kind: 'applied', ...operation, at: now() };
      record(applied);
      return ok(receipt(applied));
    }),

    lookUp: durably((key: string) => {
      const known = keys.get(key);
      if (!known) return refusal(404, 'UNKNOWN_KEY', 'Nothing is applied under this key.');
      if (known.kind === 'voided') return refusal(410, 'KEY_VOIDED', 'This key was voided.');
      return ok(receipt(known));
    }),

    voidKey: durably((key: string) => {
      if (keys.get(key)?.kind === 'applied') return ok({ key, status: 'alreadyApplied' });
      if (!keys.has(key)) record({ kind: 'voided', key, at: now() });
      return ok({ key, status: 'voided' });
    }),

    /** Safe to repeat, also after orders: a subscription that is registered stays as it is. */
    register: durably((id: string, { quantity, activationCode = newCode() }: Registration) => {
      if (!subscriptions.has(id))
        record({ kind: 'registered', subscriptionId: id, quantity, activationCode, at: now() });
      return ok(subscriptions.get(id) as Subscription);
    }),

    subscription: durably((id: string) => {
      const subscription = subscriptions.get(id);
      return subscription ? ok(subscription) : refusal(404, 'UNKNOWN_SUBSCRIPTION', 'There is no such subscription.');
    }),

    /** The ledger in its order; without voided keys, which name no subscription, when asked for one. */
    ledger: durably((id?: string) =>
      ok({ entries: entries.filter((entry) => !id || ('subscriptionId' in entry && entry.subscriptionId === id)) }),
    ),

    /** Whether something is applied under the key. */
    hasApplied: (key: string) => keys.get(key)?.kind === 'applied',
  };

  function durably<Asked extends unknown[]>(decide: (...asked: Asked) => Answer) {
    return async (...asked: Asked): Promise<Answer> => {
      const answer = decide(...asked);
      await ledger.flushed();
      return answer;
    };
  }

  function record(entry: Entry): void {
    take(entry);
    ledger.append(entry);
  }

  function take(entry: Entry): void {
    entries.push(entry);
    if (entry.kind === 'voided') keys.set(entry.key, entry);
    else if (entry.kind === 'applied') {
      keys.set(entry.key, entry);
      const before = subscriptions.get(entry.subscriptionId) as Subscription;
      subscriptions.set(entry.subscriptionId, effect(before, operationOf(entry)));
    } else {
      const { subscriptionId: id, quantity, activationCode } = entry;
      subscriptions.set(id, { id, quantity, activationCode, state: 'active' });
    }
  }
}

const now = () => new Date().toISOString();

const operationOf = ({ kind: _, at: __, ...operation }: Applied): Operation => operation;

const receipt = (applied: Applied) => ({ ...operationOf(applied), appliedAt: applied.at });

/** As S1's vendor prints it: four groups of five, without letters that read like digits. */
function newCode(): string {
  const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
