import { applyFact, type Fact, type FactKind } from './apply-fact.ts';
import type { Product } from './catalogue.ts';
import { type Decision, decide } from './decide.ts';
import type { OrderRequest, OrderType } from './order-types.ts';
import { byEffectiveDate } from './pending/by-effective-date.ts';
import type { PendingChange } from './pending/pending-change.ts';
import { placeOrder } from './place-order.ts';
import { addDays, endOfMonth, monthOf, type PlainDate, type PlainMonth } from './plain-date.ts';
import type { Policy } from './policy.ts';
import type { Subscription } from './subscription.ts';
import { advance, type Happening, type World } from './world.ts';

/** One thing that somebody would do, or billing or a vendor say, on a day. */
export type Hypothesis = { date: PlainDate } & ({ order: OrderRequest } | { fact: Fact });

/** What would happen on a day. An order keeps the id `step-<place in the list>`. `decidedOnItsDay`: one that was accepted for a later day, judged again then. */
export type TimelineEntry =
  | { date: PlainDate; kind: 'order' | 'decidedOnItsDay'; orderId: string; orderType: OrderType; decision: Decision }
  | { date: PlainDate; kind: 'effect'; orderId: string; orderType: OrderType }
  | { date: PlainDate; kind: 'fact'; fact: FactKind }
  | { date: PlainDate; kind: Exclude<Happening['kind'], 'effect'> };

export type Simulation = {
  timeline: readonly TimelineEntry[];
  /** Licensed units on the last day of each month; 0 once the subscription has ended. */
  quantityPerMonth: readonly { month: PlainMonth; quantity: number }[];
  /** The subscription as it would be on the last day. */
  subscription: Subscription;
  pendingChanges: readonly PendingChange[];
};

/** A world that moves on, and what has happened in it so far. */
type Scene = { world: World; product: Product; policy: Policy; timeline: TimelineEntry[] };

/**
 * Plays hypothetical orders and facts on a virtual clock, from the world's date until a day, by the same rules as the real
 * thing; orders are carried out and seen at once. Those of one day are played as listed; what is
 * dated before the world's date or after the last day is not played.
 */
export function simulate(
  start: World,
  {
    product,
    policy,
    hypotheses,
    until,
  }: { product: Product; policy: Policy; hypotheses: readonly Hypothesis[]; until: PlainDate },
): Simulation {
  let scene: Scene = { world: start, product, policy, timeline: [] };
  const quantityPerMonth: { month: PlainMonth; quantity: number }[] = [];
  const planned = hypotheses.map((hypothesis, step) => ({ hypothesis, orderId: `step-${step}` }));
  const days = [...hypotheses.map(({ date }) => date), ...monthEnds(start.date, until), until];
  for (const day of [...new Set(days)].filter((date) => date >= start.date && date <= until).sort()) {
    scene = passed(scene, day);
    for (const { hypothesis, orderId } of planned) {
      if (hypothesis.date === day) scene = played(scene, hypothesis, orderId);
    }
    if (day === endOfMonth(day)) quantityPerMonth.push({ month: monthOf(day), quantity: licensed(scene.world) });
  }
  const { subscription, facts } = scene.world;
  return { timeline: scene.timeline, quantityPerMonth, subscription, pendingChanges: facts.pendingChanges };
}

function monthEnds(from: PlainDate, until: PlainDate): PlainDate[] {
  const ends: PlainDate[] = [];
  for (let end = endOfMonth(from); end <= until; end = endOfMonth(addDays(end, 1))) ends.push(end);
  return ends;
}

const licensed = ({ subscription: { state, quantity } }: World): number =>
  state === 'terminated' || state === 'expired' ? 0 : quantity;

/** Time passes until a day; orders that were accepted for a day on the way are decided on it. */
function passed(scene: Scene, to: PlainDate): Scene {
  const { date, facts } = scene.world;
  const next = facts.pendingChanges
    .filter(({ decisionDate }) => decisionDate > date && decisionDate <= to)
    .sort((a, b) => (a.decisionDate < b.decisionDate ? -1 : 1))[0];
  return next === undefined ? advanced(scene, to) : passed(decidedOnItsDay(scene, next), to);
}

function advanced(scene: Scene, to: PlainDate): Scene {
  const { world, steps } = advance(scene.world, scene.product, to);
  return { ...scene, world, timeline: [...scene.timeline, ...steps.map(({ happening }) => told(happening))] };
}

const told = (happening: Happening): TimelineEntry =>
  happening.kind === 'effect'
    ? { date: happening.date, kind: 'effect', orderId: happening.orderId, orderType: happening.order.type }
    : { date: happening.date, kind: happening.kind };

/** The order waits outside of the stack while its day comes, so that it cannot take effect undecided. */
function decidedOnItsDay(scene: Scene, due: PendingChange): Scene {
  const others = scene.world.facts.pendingChanges.filter((pending) => pending !== due);
  const on = advanced(withPending(scene, others), due.decisionDate);
  const { order, orderId } = due;
  const { subscription, facts, date: today } = on.world;
  const decision = decide({
    order,
    subscription,
    product: on.product,
    policy: on.policy,
    facts,
    today,
    moment: 'decisionDate',
  });
  const entry: TimelineEntry = { date: today, kind: 'decidedOnItsDay', orderId, orderType: order.type, decision };
  const timeline = [...on.timeline, entry];
  if (decision.effectiveDate === null) return { ...on, timeline };
  const again = { ...due, decisionDate: today, effectiveDate: decision.effectiveDate };
  return advanced(withPending({ ...on, timeline }, [...facts.pendingChanges, again].sort(byEffectiveDate)), today);
}

const withPending = (scene: Scene, pendingChanges: readonly PendingChange[]): Scene => ({
  ...scene,
  world: { ...scene.world, facts: { ...scene.world.facts, pendingChanges } },
});

function played(scene: Scene, hypothesis: Hypothesis, orderId: string): Scene {
  const { world, product, policy, timeline } = scene;
  const { date } = world;
  if ('fact' in hypothesis) {
    const { fact } = hypothesis;
    const { subscription, facts, product: known } = applyFact({ ...world, product }, fact, date);
    const entry: TimelineEntry = { date, kind: 'fact', fact: fact.kind };
    return { ...scene, product: known, world: { date, subscription, facts }, timeline: [...timeline, entry] };
  }
  const { order } = hypothesis;
  const placed = placeOrder(world, { orderId, order, product, policy });
  const entry: TimelineEntry = { date, kind: 'order', orderId, orderType: order.type, decision: placed.decision };
  return { ...scene, world: placed.world, timeline: [...timeline, entry] };
}
