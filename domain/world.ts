import { dayAfter, periodFrom } from './calendar/service-period.ts';
import type { Product } from './catalogue.ts';
import { changed, changeOf } from './effect.ts';
import type { Facts } from './facts.ts';
import type { OrderType } from './order-types.ts';
import type { PendingChange } from './pending/pending-change.ts';
import { later, type PlainDate } from './plain-date.ts';
import type { Subscription } from './subscription.ts';

/** A subscription with what is known around it, on a date. */
export type World = { date: PlainDate; subscription: Subscription; facts: Facts };

/** What the passing of time brings about, in the order in which it happens. */
export type Happening =
  | { date: PlainDate; kind: 'effect'; orderId: string; order: PendingChange['order'] }
  | { date: PlainDate; kind: 'renewal' }
  | { date: PlainDate; kind: 'expiry' }
  | { date: PlainDate; kind: 'resumption' }
  | { date: PlainDate; kind: 'activation' };

export type Step = { world: World; happening: Happening };

/** More boundaries than 18 months of monthly periods have; a date beyond them is not reached. */
const MOST_STEPS = 240;

/**
 * Lets time pass until a date, as it would if nobody ordered anything more: pending changes take effect, service periods are
 * renewed or end, suspensions end, activation days come. On a period boundary the renewal comes first, and the changes due
 * then with it. The world itself is not changed.
 */
export function advance(start: World, product: Product, to: PlainDate): { world: World; steps: readonly Step[] } {
  const steps: Step[] = [];
  let world = start;
  while (steps.length < MOST_STEPS) {
    const step = nextStep(world, product, to);
    if (step === undefined) break;
    steps.push(step);
    world = step.world;
  }
  return { world: world.date < to ? { ...world, date: to } : world, steps };
}

function nextStep(world: World, product: Product, to: PlainDate): Step | undefined {
  const due = [pendingDue(world, product), periodDue(world), resumptionDue(world), activationDue(world)].filter(
    (step): step is Step => step !== undefined && step.happening.date <= to,
  );
  // Of what is due on one day the renewal comes first; all else in the order in which it is listed.
  return due.sort((a, b) => rank(a.happening) - rank(b.happening)).sort(byDate)[0];
}

const rank = ({ kind }: Happening): number => (kind === 'renewal' || kind === 'expiry' ? 0 : 1);
const byDate = (a: Step, b: Step): number =>
  a.happening.date < b.happening.date ? -1 : a.happening.date > b.happening.date ? 1 : 0;

function pendingDue({ date, subscription, facts }: World, product: Product): Step | undefined {
  const [due, ...pendingChanges] = facts.pendingChanges;
  if (due === undefined || hasEnded(subscription)) return undefined;
  const { effectiveDate } = due;
  const on = later(effectiveDate, date);
  const after = changed(subscription, changeOf(due.order, { subscription, product, effectiveDate }));
  const increased = after.quantity > subscription.quantity;
  return {
    world: {
      date: on,
      subscription: after,
      facts: { ...facts, pendingChanges, lastIncreaseDate: increased ? on : facts.lastIncreaseDate },
    },
    happening: { date: on, kind: 'effect', orderId: due.orderId, order: due.order },
  };
}

/** A period that ends is followed by another, unless nothing renews it; an order due then, to cancel or to renew, does it itself. */
function periodDue(world: World): Step | undefined {
  const { subscription, facts } = world;
  const { servicePeriod, autoRenewal, expirationDate } = subscription;
  if (hasEnded(subscription)) return undefined;
  const boundary = dayAfter(servicePeriod);
  const isDue = (type: OrderType) =>
    facts.pendingChanges.some(({ order, effectiveDate }) => order.type === type && effectiveDate <= boundary);
  if (isDue('cancel') || (isDue('renew') && !autoRenewal.enabled)) return undefined;
  const date = later(boundary, world.date);
  if (!autoRenewal.enabled) {
    return {
      world: { date, subscription: { ...subscription, state: 'expired' }, facts },
      happening: { date, kind: 'expiry' },
    };
  }
  const next = periodFrom(autoRenewal.frequency, boundary);
  return {
    world: {
      date,
      subscription: {
        ...subscription,
        term: autoRenewal.frequency,
        servicePeriod: next,
        expirationDate: expirationDate === null ? null : next.end,
      },
      facts,
    },
    happening: { date, kind: 'renewal' },
  };
}

function resumptionDue(world: World): Step | undefined {
  const { subscription, facts } = world;
  const { state, suspendedUntil } = subscription;
  if (state !== 'suspended' || suspendedUntil === null) return undefined;
  const date = later(suspendedUntil, world.date);
  const resumed = { ...subscription, state: 'active' as const, suspendedUntil: null };
  return { world: { date, subscription: resumed, facts }, happening: { date, kind: 'resumption' } };
}

function activationDue(world: World): Step | undefined {
  const { subscription, facts } = world;
  const { state, activation } = subscription;
  if (state !== 'pendingActivation' || activation.mode !== 'onDate' || activation.date === null) return undefined;
  const date = later(activation.date, world.date);
  return {
    world: { date, subscription: { ...subscription, state: 'active' }, facts },
    happening: { date, kind: 'activation' },
  };
}

export const hasEnded = ({ state }: Subscription): boolean => state === 'terminated' || state === 'expired';
