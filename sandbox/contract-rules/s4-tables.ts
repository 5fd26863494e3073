import { decide } from '../../domain/decide.ts';
import type { OrderRequest } from '../../domain/order-types.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { table } from './markdown.ts';
import type { Situation } from './situations.ts';

/** S4's own example: 20 users, annual, 1 January to 31 December. */
const asked: readonly { row: string; orders: readonly OrderRequest[] }[] = [
  {
    row: 'Adding licensed users/optional service subscriptions',
    orders: [
      { type: 'changeQuantity', subscriptionId: 'subscription', quantity: 21, expectedCurrentQuantity: 20 },
      { type: 'changeOptions', subscriptionId: 'subscription', options: [{ optionId: 'extra-storage', quantity: 3 }] },
    ],
  },
  {
    row: 'Reducing licensed users/optional service subscriptions',
    orders: [
      { type: 'changeQuantity', subscriptionId: 'subscription', quantity: 19, expectedCurrentQuantity: 20 },
      { type: 'changeOptions', subscriptionId: 'subscription', options: [{ optionId: 'extra-storage', quantity: 1 }] },
    ],
  },
  {
    row: 'Changing from annual service to monthly service',
    orders: [{ type: 'changeTerm', subscriptionId: 'subscription', term: 'monthly' }],
  },
];

/** The table of S4, asked of the rules: each column on its first, a middle and its last day. */
export function s4Table(annual: Situation): string {
  const next = { ...annual.subscription, servicePeriod: { start: '2027-01-01', end: '2027-12-31' } as const };
  const columns: { name: string; days: readonly PlainDate[]; situation: Situation }[] = [
    { name: 'January to November', days: ['2026-01-01', '2026-06-15', '2026-11-30'], situation: annual },
    { name: 'December', days: ['2026-12-01', '2026-12-15', '2026-12-31'], situation: annual },
    {
      name: 'January to November of next year',
      days: ['2027-01-01', '2027-06-15', '2027-11-30'],
      situation: { ...annual, subscription: next },
    },
  ];
  return table([
    ['', ...columns.map(({ name }) => name)],
    ...asked.map(({ row, orders }) => [row, ...columns.map(({ days, situation }) => verdict(orders, days, situation))]),
  ]);
}

function verdict(orders: readonly OrderRequest[], days: readonly PlainDate[], situation: Situation): string {
  const { subscription, product, policy, facts } = situation;
  const outcomes = orders.flatMap((order) =>
    days.map((today) => decide({ order, subscription, product, policy, facts, today }).outcome),
  );
  if (new Set(outcomes).size > 1) throw new Error('A column of the contract has more than one answer');
  return outcomes[0] === 'accepted' ? 'Possible' : 'Not possible';
}

/** The four moments of S4's example of operation: what can be ordered then, and from when it holds. */
export function s4Example(annual: Situation): string {
  const reduced = {
    orderId: 'order-1',
    order: total(18),
    decisionDate: '2026-12-01',
    effectiveDate: '2027-01-01',
  } as const;
  const pending = { ...annual.facts, pendingChanges: [reduced] };
  const billedFor = { month: '2027-01', billedOn: '2027-01-01', paidOn: null } as const;
  const next = {
    ...annual.subscription,
    quantity: 18,
    servicePeriod: { start: '2027-01-01', end: '2027-12-31' } as const,
  };
  const moments: { name: string; today: PlainDate; situation: Situation; from: number }[] = [
    { name: 'Outside the renewal period (January 1 - November 30)', today: '2026-11-30', situation: annual, from: 20 },
    { name: 'During the renewal period (December 1)', today: '2026-12-01', situation: annual, from: 20 },
    {
      name: 'After executing a reduction to 18 and before billing (December 2)',
      today: '2026-12-02',
      situation: { ...annual, facts: pending },
      from: 20,
    },
    {
      name: 'After billing (January 1 of next year)',
      today: '2027-01-01',
      situation: { ...annual, subscription: next, facts: { ...annual.facts, billingPeriods: [billedFor] } },
      from: 18,
    },
  ];
  return table([
    ['moment', 'to 15 users', 'to 20 users', 'to 25 users', 'to monthly service'],
    ...moments.map(({ name, today, situation, from }) => [
      name,
      ...[15, 20, 25].map((quantity) =>
        answer({ ...total(quantity), expectedCurrentQuantity: from }, today, situation),
      ),
      answer({ type: 'changeTerm', subscriptionId: 'subscription', term: 'monthly' }, today, situation),
    ]),
  ]);
}

const total = (quantity: number) =>
  ({ type: 'changeQuantity', subscriptionId: 'subscription', quantity, expectedCurrentQuantity: 20 }) as const;

function answer(order: OrderRequest, today: PlainDate, { subscription, product, policy, facts }: Situation): string {
  const { effectiveDate, rejections, pendingChanges } = decide({ order, subscription, product, policy, facts, today });
  const [first] = rejections;
  if (first) return `no: \`${first.code}\`${first.eligibleFrom === null ? '' : `, order from ${first.eligibleFrom}`}`;
  const told = pendingChanges.map(({ outcome }) => `the pending reduction: ${outcome}`);
  return [`yes, from ${effectiveDate}`, ...told].join('; ');
}
