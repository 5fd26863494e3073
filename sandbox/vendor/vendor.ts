import { isDeepStrictEqual } from 'node:util';
import { type Answer, ok, refusal } from './answer.ts';
import { createBooks, operationOf } from './books.ts';
import type { Applied, Entry, Occurred } from './entry.ts';
import type { Ledger } from './ledger.ts';
import { newCode, newSubscriptionId } from './names.ts';
import { type EventsAs, impossible, type Occurrence } from './occurrence.ts';
import type { Operation } from './operation.ts';
import { refusalOf } from './refusals.ts';
import type { Registration } from './subscription.ts';

export type Vendor = ReturnType<typeof createVendor>;

/**
 * The vendor: what it does when it is asked. Each method decides in one go, so equal requests at the same time have one
 * effect, and answers when all that the answer rests on is on disk. `tenant` is whom events are for where nothing else says.
 */
export function createVendor(ledger: Ledger, { tenant }: { tenant?: string | undefined } = {}) {
  const books = createBooks(ledger.found);

  return {
    /** `as` is the vendor that the simulator was called as, if its address said so. */
    apply: durably((operation: Operation, as?: string) => {
      const known = books.key(operation.key);
      if (known?.kind === 'voided') return voided;
      if (known && !isDeepStrictEqual(operationOf(known), operation))
        return refusal(409, 'KEY_REUSED', 'Another operation was applied under this key.');
      if (known) return ok(receipt(known));
      const refused =
        operation.operation !== 'create' && refusalOf(books.subscription(operation.subscriptionId), operation);
      if (refused) return refused;
      const applied = entryOf(operation, as);
      record(applied);
      return ok(receipt(applied));
    }),

    lookUp: durably((key: string) => {
      const known = books.key(key);
      if (!known) return refusal(404, 'UNKNOWN_KEY', 'Nothing is applied under this key.');
      return known.kind === 'voided' ? voided : ok(receipt(known));
    }),

    voidKey: durably((key: string) => {
      if (books.key(key)?.kind === 'applied') return ok({ key, status: 'alreadyApplied' });
      if (!books.key(key)) record({ kind: 'voided', key, at: now() });
      return ok({ key, status: 'voided' });
    }),

    /** Safe to repeat, also after orders: a subscription that is registered stays as it is. */
    register: durably((id: string, { activationCode = newCode(), ...registration }: Registration) => {
      if (!books.subscription(id))
        record({ kind: 'registered', subscriptionId: id, ...registration, activationCode, at: now() });
      return subscriptionOr404(id);
    }),

    subscription: durably(subscriptionOr404),

    /** Something happens to the subscription, of which Changeover is to be told; a code must be the subscription's own. */
    happen: durably((id: string, occurrence: Occurrence, { code, ...as }: EventsAs & { code?: string } = {}) => {
      const subscription = books.subscription(id);
      if (!subscription) return unknownSubscription;
      const refused = impossible(subscription, occurrence);
      if (refused) return refused;
      if (code !== undefined && code !== subscription.activationCode)
        return refusal(409, 'WRONG_CODE', 'This is not the code of the subscription.');
      const eventsAs = { ...told({ tenant }), ...told(books.eventsAs(id)), ...told(as) };
      record({
        kind: 'occurred',
        eventId: crypto.randomUUID(),
        subscriptionId: id,
        ...eventsAs,
        ...occurrence,
        at: now(),
      });
      return subscriptionOr404(id);
    }),

    undelivered: (): Occurred[] => books.undelivered(),

    delivered: async (eventId: string): Promise<void> => {
      record({ kind: 'delivered', eventId, at: now() });
      await ledger.flushed();
    },

    /** The ledger in its order; without voided keys and deliveries, which name no subscription, when asked for one. */
    ledger: durably((id?: string) => ok({ entries: books.entries(id) })),

    /** What is applied under the key. */
    applied(key: string): Operation | undefined {
      const known = books.key(key);
      return known?.kind === 'applied' ? operationOf(known) : undefined;
    },
  };

  function subscriptionOr404(id: string): Answer {
    const subscription = books.subscription(id);
    return subscription ? ok(subscription) : unknownSubscription;
  }

  function durably<Asked extends unknown[]>(decide: (...asked: Asked) => Answer) {
    return async (...asked: Asked): Promise<Answer> => {
      const answer = decide(...asked);
      await ledger.flushed();
      return answer;
    };
  }

  function record(entry: Entry): void {
    books.take(entry);
    ledger.append(entry);
  }
}

const voided = refusal(410, 'KEY_VOIDED', 'This key was voided.');
const unknownSubscription = refusal(404, 'UNKNOWN_SUBSCRIPTION', 'There is no such subscription.');

const now = () => new Date().toISOString();

function entryOf(operation: Operation, vendor: string | undefined): Applied {
  const entry = { kind: 'applied' as const, at: now() };
  if (operation.operation !== 'create') return { ...entry, ...operation };
  const activationCode = operation.activation.mode === 'code' ? newCode() : null;
  return { ...entry, ...operation, vendorSubscriptionId: newSubscriptionId(), activationCode, vendor };
}

function receipt(applied: Applied): object {
  const created =
    applied.operation === 'create'
      ? { vendorSubscriptionId: applied.vendorSubscriptionId, activationCode: applied.activationCode }
      : {};
  return { ...operationOf(applied), ...created, appliedAt: applied.at };
}

/** What is said of it: what is not, overrides nothing. */
const told = ({ tenant, vendor }: EventsAs): EventsAs => ({
  ...(tenant !== undefined && { tenant }),
  ...(vendor !== undefined && { vendor }),
});
