import fc from 'fast-check';
import { periodFrom, type ServicePeriod } from '../../domain/calendar/service-period.ts';
import { type Term, terms } from '../../domain/catalogue.ts';
import type { BillingPeriod, Facts } from '../../domain/facts.ts';
import { byEffectiveDate } from '../../domain/pending/by-effective-date.ts';
import { addDays, addMonths, monthOf, type PlainDate, startOfMonth } from '../../domain/plain-date.ts';
import { purchaseInput } from '../../domain/purchase-input.ts';
import { roles } from '../../domain/role.ts';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import type { DecisionInput } from '../../domain/rules/rule.ts';
import { type Subscription, subscriptionStates } from '../../domain/subscription.ts';
import { orderFor } from './arbitrary-order.ts';
import { decisionInput, everyRule } from './decision-input.ts';
import { endpoint } from './products/endpoint.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { managedSecurity } from './products/managed-security.ts';
import type { Sample } from './products/sample.ts';
import { onPremise, worryFree } from './products/worry-free.ts';

/** Days on which something begins, ends or does not exist every year. */
const days: readonly PlainDate[] = ['2026-03-15', '2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01', '2028-02-29'];

const samples = [managedSecurity, endpoint, worryFree, worryFree, onPremise, groupwareMonthly, groupwareAnnual];

/** A policy that names any subset of the rules, or the sample's own. */
const rulesOf = (sample: Sample): fc.Arbitrary<PolicyRules> =>
  fc.oneof(
    fc.constant(sample.policy.rules),
    fc.subarray(Object.entries(everyRule)).map((entries) => Object.fromEntries(entries)),
  );

/** The period around a day: of the month, of a year that began months ago or is to begin, or one that has just ended. */
const periodAround = (term: Term, today: PlainDate): fc.Arbitrary<ServicePeriod> =>
  term === 'monthly'
    ? fc.constant(periodFrom('monthly', startOfMonth(today)))
    : fc.integer({ min: -1, max: 12 }).map((ago) => periodFrom('annual', addMonths(startOfMonth(today), -ago)));

const near = (today: PlainDate, ...after: number[]): fc.Arbitrary<PlainDate> =>
  fc.constantFrom(...after).map((count) => addDays(today, count));

function subscriptionFor(sample: Sample, today: PlainDate): fc.Arbitrary<Subscription> {
  const { product, subscription } = sample;
  return fc
    .record({
      quantity: fc.integer({ min: 1, max: 24 }),
      assignedQuantity: fc.option(fc.integer({ min: 0, max: 24 })),
      planId: fc.constantFrom(...product.plans.map(({ id }) => id)),
      term: fc.constantFrom(...terms),
      state: fc.oneof({ weight: 5, arbitrary: fc.constant('active' as const) }, fc.constantFrom(...subscriptionStates)),
      trial: fc.nat(9).map((n) => n === 0),
      renews: fc.nat(4).map((n) => n > 0),
      firstOrderDate: near(today, -400, -20, 0),
      suspendedUntil: fc.option(near(today, 1, 30, 400)),
      activationDate: fc.option(near(today, 1, 30)),
      partnerId: fc.constantFrom(null, null, 'partner-1'),
      mail: fc.integer({ min: 0, max: 3 }),
      unitsPerLicence: fc.constantFrom(null, 1, 4),
    })
    .chain(({ renews, mail, activationDate, term, planId, ...given }) =>
      periodAround(term, today).map((servicePeriod) => ({
        ...subscription,
        ...given,
        term,
        planId,
        skuId: product.skus.find((sku) => sku.planId === planId)?.id ?? '',
        servicePeriod,
        autoRenewal: { enabled: renews, frequency: term },
        expirationDate: product.settings.includes('expirationDate') ? servicePeriod.end : null,
        suspendedUntil: given.state === 'suspended' ? given.suspendedUntil : null,
        activation: { mode: activationDate === null ? ('code' as const) : ('onDate' as const), date: activationDate },
        options: mail === 0 ? {} : Object.fromEntries(product.options.slice(0, 2).map(({ id }) => [id, mail])),
      })),
    );
}

function factsFor(sample: Sample, today: PlainDate): fc.Arbitrary<Facts> {
  const pending = fc
    .array(
      fc.record({
        orderId: fc.uuid(),
        order: orderFor(sample, today),
        effectiveDate: near(today, 1, 17, 32, 300),
      }),
      { maxLength: 3 },
    )
    .map((stack) =>
      stack
        .filter(({ order }) => order.type !== 'purchase' && order.type !== 'undoCancel')
        .map((change) => ({ ...change, decisionDate: today }))
        .sort(byEffectiveDate),
    );
  const billed = fc.option(near(today, -3, 0, 10)).map((billedOn) => billedOn);
  const month = (date: PlainDate) =>
    fc.tuple(billed, billed).map(([billedOn, paidOn]): BillingPeriod => ({ month: monthOf(date), billedOn, paidOn }));
  return fc.record({
    role: fc.oneof({ weight: 3, arbitrary: fc.constant('operator' as const) }, fc.constantFrom(...roles)),
    orderAtWork: fc.constantFrom(null, null, null, 'order-at-work'),
    unacknowledgedOrders: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.constant([{ id: 'unseen', type: 'cancel' as const }]),
    ),
    pendingChanges: fc.oneof(fc.constant([]), pending),
    withdrawnByCancellation: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, pending),
    lastIncreaseDate: fc.option(near(today, -400, -14, 0)),
    billingPeriods: fc.tuple(month(today), month(addMonths(today, 1))).chain((months) => fc.subarray(months)),
    lastCancellationDate: fc.option(near(today, -14, -13, -1)),
    activatedSubscriptions: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      subscriptionFor(sample, today).map((existing) => [{ ...existing, id: 'sub-9', state: 'active' as const }]),
    ),
  });
}

/** Inputs as the API lets them in, of all products and order types, dense enough that every verdict is common. */
export const plausibleInput: fc.Arbitrary<DecisionInput> = fc
  .tuple(fc.constantFrom(...samples), fc.constantFrom(...days))
  .chain(([of, today]) =>
    fc
      .record({
        order: orderFor(of, today),
        subscription: subscriptionFor(of, today),
        rules: rulesOf(of),
        facts: factsFor(of, today),
        plan: fc.record({
          endOfSaleDate: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, near(today, -1, 0, 40)),
          endOfLifeDate: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, near(today, -1, 0, 40)),
          compositionChangedOn: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, near(today, -20, 0)),
        }),
        quantityStep: fc.constantFrom(1, 1, 1, 5),
      })
      .map(({ order, quantityStep, ...given }) => {
        const input = decisionInput({ ...given, of, today, sku: { quantityStep } });
        if (order.type !== 'purchase') return { ...input, order };
        const around = { id: 'new', product: input.product, policy: input.policy, facts: input.facts, today };
        return purchaseInput(order, { ...around, partnerId: null });
      }),
  );

/** Inputs in which little but plans, dates and the contract's own limits stands in the way of the order. */
export const calmInput: fc.Arbitrary<DecisionInput> = plausibleInput.map(
  ({ order, subscription, facts, ...input }) => ({
    ...input,
    order: {
      ...order,
      contactEmail: 'hana@hanafoods.example',
      ...(order.type === 'changeQuantity' && {
        expectedCurrentQuantity: subscription.quantity,
        confirmedTotal: order.quantity,
      }),
    },
    subscription: { ...subscription, trial: false },
    facts: { ...facts, role: 'operator', orderAtWork: null, unacknowledgedOrders: [] },
  }),
);

const absurdNumbers = [0, -0, -1, 0.5, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53];
const absurdDates = [
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '0001-01-01',
  '2026-13-45',
  '10000-01-01',
  'tomorrow',
  '',
];
const absurdIds = ['', 'constructor', '__proto__', 'toString', '🦕'];

type Absurdity = { at: number; number: number; date: string; id: string };

/** Inputs that no API would let in: numbers, dates and names of a plausible one made nonsense here and there. */
export const absurdInput: fc.Arbitrary<DecisionInput> = fc
  .tuple(
    plausibleInput,
    fc.array(
      fc.record({
        at: fc.nat(60),
        number: fc.oneof(fc.constantFrom(...absurdNumbers), fc.double()),
        date: fc.constantFrom(...absurdDates),
        id: fc.constantFrom(...absurdIds),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  )
  .map(([input, absurdities]) => absurdities.reduce(spoiled, input));

/** One value of it, the `at`th of those that could be nonsense, replaced. */
function spoiled(input: DecisionInput, { at, number, date, id }: Absurdity): DecisionInput {
  let seen = 0;
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    }
    const absurd = absurdFor(value, key);
    return absurd !== undefined && seen++ === at ? absurd : value;
  };
  const absurdFor = (value: unknown, key: string): unknown => {
    if (typeof value === 'number') return number;
    if (typeof value === 'string' && /^\d{4}-\d{2}/.test(value)) return date;
    return typeof value === 'string' && key.endsWith('Id') ? id : undefined;
  };
  return walk(input, '') as DecisionInput;
}
