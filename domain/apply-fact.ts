import type { Product } from './catalogue.ts';
import type { BillingPeriod, Facts } from './facts.ts';
import type { PlainDate, PlainMonth } from './plain-date.ts';
import type { Subscription } from './subscription.ts';

/** Something that billing or a vendor says about a subscription, or a partner decides, as of a date. */
export type Fact =
  | { kind: 'billing'; month: PlainMonth; billed: boolean; paid: boolean }
  | { kind: 'activated' }
  | { kind: 'expired' }
  | { kind: 'assignedQuantity' /** null: the vendor no longer says. */; quantity: number | null }
  | { kind: 'planLifecycle'; planId: string; endOfSaleDate: PlainDate | null; endOfLifeDate: PlainDate | null }
  | { kind: 'compositionChanged'; planId: string }
  | { kind: 'compositionApproved'; planId: string };
export type FactKind = Fact['kind'];

export type Known = { subscription: Subscription; product: Product; facts: Facts };

/** What is known once a fact has come in that holds from a date. A fact that cannot hold any more, such as a second activation, changes nothing. */
export function applyFact(known: Known, fact: Fact, on: PlainDate): Known {
  const { subscription, facts } = known;
  switch (fact.kind) {
    case 'billing':
      return { ...known, facts: { ...facts, billingPeriods: billed(facts.billingPeriods, fact, on) } };
    case 'activated':
      return subscription.state === 'pendingActivation'
        ? { ...known, subscription: { ...subscription, state: 'active' } }
        : known;
    case 'expired':
      return subscription.state === 'terminated'
        ? known
        : { ...known, subscription: { ...subscription, state: 'expired' } };
    case 'assignedQuantity':
      return { ...known, subscription: { ...subscription, assignedQuantity: fact.quantity } };
    case 'planLifecycle': {
      const { endOfSaleDate, endOfLifeDate } = fact;
      return { ...known, product: withPlan(known.product, fact.planId, { endOfSaleDate, endOfLifeDate }) };
    }
    case 'compositionChanged':
      return { ...known, product: withPlan(known.product, fact.planId, { compositionChangedOn: on }) };
    case 'compositionApproved':
      return { ...known, product: withPlan(known.product, fact.planId, { compositionChangedOn: null }) };
  }
}

/** The days since which a month has been billed and paid: a day stands for as long as nobody says the contrary. */
function billed(
  periods: readonly BillingPeriod[],
  { month, billed: isBilled, paid }: Extract<Fact, { kind: 'billing' }>,
  on: PlainDate,
): BillingPeriod[] {
  const before = periods.find((period) => period.month === month);
  const after: BillingPeriod = {
    month,
    billedOn: isBilled ? (before?.billedOn ?? on) : null,
    paidOn: paid ? (before?.paidOn ?? on) : null,
  };
  return [...periods.filter((period) => period.month !== month), after].sort((a, b) => (a.month < b.month ? -1 : 1));
}

const withPlan = (product: Product, planId: string, change: Partial<Product['plans'][number]>): Product => ({
  ...product,
  plans: product.plans.map((plan) => (plan.id === planId ? { ...plan, ...change } : plan)),
});
