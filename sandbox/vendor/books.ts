import { effect } from './effects.ts';
import type { Applied, Entry, Occurred, Voided } from './entry.ts';
import { type EventsAs, happened } from './occurrence.ts';
import type { Create, Operation } from './operation.ts';
import { newSubscription, type Subscription } from './subscription.ts';

export type Books = ReturnType<typeof createBooks>;

/** What the vendor knows of keys, subscriptions and events: a fold of the entries of its ledger, and nothing else. */
export function createBooks(found: readonly Entry[]) {
  const entries: Entry[] = [];
  const keys = new Map<string, Applied | Voided>();
  const subscriptions = new Map<string, Subscription>();
  const eventsAs = new Map<string, EventsAs>();
  const undelivered = new Map<string, Occurred>();
  for (const entry of found) take(entry);

  function take(entry: Entry): void {
    entries.push(entry);
    switch (entry.kind) {
      case 'registered': {
        const { kind: _, subscriptionId: id, at, ...registration } = entry;
        add(newSubscription({ id, at }, registration), registration);
        return;
      }
      case 'voided':
        keys.set(entry.key, entry);
        return;
      case 'applied':
        keys.set(entry.key, entry);
        if (entry.operation === 'create') add(made(entry), { vendor: entry.vendor });
        else change(entry.subscriptionId, (subscription) => effect(subscription, entry));
        return;
      case 'occurred':
        change(entry.subscriptionId, (subscription) => happened(subscription, entry));
        if (entry.tenant !== undefined && entry.vendor !== undefined) undelivered.set(entry.eventId, entry);
        return;
      case 'delivered':
        undelivered.delete(entry.eventId);
    }
  }

  function add(subscription: Subscription, { tenant, vendor }: EventsAs): void {
    subscriptions.set(subscription.id, subscription);
    eventsAs.set(subscription.id, { tenant, vendor });
  }

  function change(id: string, after: (before: Subscription) => Subscription): void {
    subscriptions.set(id, after(subscriptions.get(id) as Subscription));
  }

  return {
    take,
    key: (key: string) => keys.get(key),
    subscription: (id: string) => subscriptions.get(id),
    eventsAs: (id: string): EventsAs => eventsAs.get(id) ?? {},
    /** Events that Changeover has not taken yet, in their order. */
    undelivered: () => [...undelivered.values()],
    /** All entries, or those that name the subscription, by the vendor's id or, where it was made here, by Changeover's. */
    entries: (id?: string) => entries.filter((entry) => id === undefined || names(entry, id)),
  };
}

const made = ({ vendorSubscriptionId, at, ...entry }: Extract<Applied, Create>): Subscription => {
  const { planId, quantity, term, servicePeriod, options, activationCode } = entry;
  const terms = { planId, quantity, term, servicePeriod, options, activationCode };
  return newSubscription({ id: vendorSubscriptionId, at }, { ...terms, state: 'pendingActivation' });
};

const names = (entry: Entry, id: string): boolean =>
  ('subscriptionId' in entry && entry.subscriptionId === id) ||
  ('vendorSubscriptionId' in entry && entry.vendorSubscriptionId === id);

/** The operation of an entry, as it was asked for. */
export function operationOf(applied: Applied): Operation {
  const { kind: _, at: __, ...rest } = applied;
  if (rest.operation !== 'create') return rest;
  const { vendorSubscriptionId: _id, activationCode: _code, vendor: _vendor, ...operation } = rest;
  return operation;
}
