import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { OrderRequest } from '../../domain/order-types.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { purchaseInput } from '../../domain/purchase-input.ts';
import type { RejectionCode } from '../../domain/rejections.ts';
import type { PolicyRuleName } from '../../domain/rules/policy-rules.ts';
import type { DecisionInput, OrderPatch } from '../../domain/rules/rule.ts';
import { rulesOf } from '../../domain/rules-of-orders.ts';
import { advance } from '../../domain/world.ts';
import { absurdInput, calmInput, plausibleInput } from './arbitrary-input.ts';

const anyInput = fc.oneof({ weight: 2, arbitrary: plausibleInput }, absurdInput);
const RUNS = { numRuns: 300 };
/** For what only a tenth of the inputs comes to. */
const FEWER_RUNS = { numRuns: 150 };

const patched = (input: DecisionInput, patch: OrderPatch): DecisionInput => ({
  ...input,
  order: { ...input.order, ...patch },
});

describe('decide, whatever it is given', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(absurdInput, fc.constantFrom('submission', 'decisionDate', 'effect'), (input, moment) => {
        decide({ ...input, moment });
      }),
      { numRuns: 1_000 },
    );
  });

  it('accepts exactly when no rule failed, and rejects by exactly the rules that failed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { outcome, trace, rejections, effectiveDate } = decide(input);
        const failed = trace.filter(({ verdict }) => verdict === 'failed').map(({ rule }) => rule);
        expect(outcome).toBe(failed.length === 0 ? 'accepted' : 'rejected');
        expect(rejections.map(({ rule }) => rule)).toEqual(failed);
        expect(effectiveDate === null).toBe(failed.length > 0);
      }),
      RUNS,
    );
  });

  it('keeps every rule that binds in the trace, in the order in which they are asked', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom('submission', 'decisionDate', 'effect'), (input, moment) => {
        const { trace } = decide({ ...input, moment });
        const listed = rulesOf(input.order.type, moment);
        const expected = listed.filter(
          ({ name, namedInPolicyAs, part }) =>
            (namedInPolicyAs === null || namedInPolicyAs in input.policy.rules) &&
            (part === undefined || trace.some(({ rule }) => rule === name)),
        );
        expect(trace.map(({ rule }) => rule)).toEqual(expected.map(({ name }) => name));
      }),
      RUNS,
    );
  });

  it('says the same when asked again, and changes nothing it was given', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const before = structuredClone(input);
        const first = decide(deepFrozen(input));
        expect(decide(input)).toEqual(first);
        expect(input).toEqual(before);
      }),
      RUNS,
    );
  });
});

describe('a rule that the policy does not name', () => {
  const onAllPlans = (input: DecisionInput, change: object): DecisionInput => ({
    ...input,
    product: { ...input.product, plans: input.product.plans.map((plan) => ({ ...plan, ...change })) },
  });
  const withFacts = (input: DecisionInput, facts: Partial<DecisionInput['facts']>): DecisionInput => ({
    ...input,
    facts: { ...input.facts, ...facts },
  });
  const withSubscription = (input: DecisionInput, given: Partial<DecisionInput['subscription']>): DecisionInput => ({
    ...input,
    subscription: { ...input.subscription, ...given },
  });
  const asksForPlan = ({ order }: DecisionInput) => 'planId' in order;

  /** Changes everything that only the rules of one policy entry look at; a new entry does not compile until it has its own. */
  const disturb: Record<PolicyRuleName, ((input: DecisionInput) => DecisionInput) | 'is no rule but a parameter'> = {
    contactEmailRequired: (input) => ({ ...input, order: { ...input.order, contactEmail: undefined } as OrderRequest }),
    acknowledgementGate: (input) => withFacts(input, { unacknowledgedOrders: [{ id: 'unseen', type: 'cancel' }] }),
    coolingOff: (input) => withFacts(input, { lastCancellationDate: input.today }),
    skuQuantityRange: (input) =>
      asksForPlan(input)
        ? input
        : {
            ...input,
            product: {
              ...input.product,
              skus: input.product.skus.map((sku) => ({ ...sku, minimumQuantity: 7, maximumQuantity: 8 })),
            },
          },
    notBelowAssignedQuantity: (input) => withSubscription(input, { assignedQuantity: 12 }),
    trialLock: (input) => withSubscription(input, { trial: !input.subscription.trial }),
    endOfLifeLock: (input) => (asksForPlan(input) ? input : onAllPlans(input, { endOfLifeDate: input.today })),
    compositionApproval: (input) => onAllPlans(input, { compositionChangedOn: input.today }),
    oneSubscriptionPerAccount: 'is no rule but a parameter',
    monthlyDecrease: (input) =>
      withFacts(withSubscription(input, { firstOrderDate: input.today }), { lastIncreaseDate: input.today }),
    terminationNeedsPayment: (input) =>
      'renewalWindow' in input.policy.rules ? input : withFacts(input, { billingPeriods: [] }),
    renewalWindow: (input) =>
      'terminationNeedsPayment' in input.policy.rules ? input : withFacts(input, { billingPeriods: [] }),
    annualTermFromNextMonth: 'is no rule but a parameter',
    timing: 'is no rule but a parameter',
    boughtThroughPartner: (input) => withSubscription(input, { partnerId: 'partner-2' }),
  };
  const disturbances = Object.entries(disturb).filter((entry) => typeof entry[1] === 'function') as [
    PolicyRuleName,
    (input: DecisionInput) => DecisionInput,
  ][];

  it.each(disturbances)('has no influence: %s', (entry, disturbed) => {
    fc.assert(
      fc.property(plausibleInput, (input) => {
        const { [entry]: _, ...rules } = input.policy.rules;
        const unnamed = { ...input, policy: { ...input.policy, rules } };
        expect(withoutAddress(decide(disturbed(unnamed)))).toEqual(withoutAddress(decide(unnamed)));
      }),
      { numRuns: 80 },
    );
  });

  /** A suggested order repeats the address as it was given. */
  const withoutAddress = ({ suggestedOrder, ...decision }: ReturnType<typeof decide>) => ({
    ...decision,
    suggestedOrder: suggestedOrder && { ...suggestedOrder, contactEmail: undefined },
  });
});

describe('a smallest change that is offered', () => {
  const offered = calmInput
    .map((input) => ({ input, change: decide(input).smallestChange }))
    .filter((offer): offer is { input: DecisionInput; change: OrderPatch } => offer.change !== null);

  it('makes the order pass, and has no field that could be left out', () => {
    fc.assert(
      fc.property(offered, ({ input, change }) => {
        expect(decide(patched(input, change)).outcome).toBe('accepted');
        for (const field of Object.keys(change)) {
          const { [field]: _, ...fewer } = change;
          expect(decide(patched(input, fewer)).outcome).toBe('rejected');
        }
      }),
      FEWER_RUNS,
    );
  });
});

describe('an order that is suggested instead of a rejected one', () => {
  const suggested = calmInput
    .map((input) => ({ input, order: decide(input).suggestedOrder }))
    .filter((offer): offer is { input: DecisionInput; order: OrderRequest } => offer.order !== null);

  it('is accepted when it is sent today, and when it is decided again on its day, with no consent put in for anybody', () => {
    fc.assert(
      fc.property(suggested, ({ input, order }) => {
        expect(consentsOf(order)).toEqual(order.type === input.order.type ? consentsOf(input.order) : []);
        expect(decide(inputFor(input, order)).outcome).toBe('accepted');
        const codes = decide(onItsDay(inputFor(input, order), order)).rejections.map(({ code }) => code);
        expect(codes.filter((code) => !ofPayment.includes(code))).toEqual([]);
      }),
      FEWER_RUNS,
    );
  });
});

describe('the last day until which an order is accepted', () => {
  // What is pending may change what is possible by then; that is for the day itself to say.
  const until = calmInput
    .map((input): DecisionInput => ({ ...input, facts: { ...input.facts, pendingChanges: [] } }))
    .map((input) => ({ input, last: decide(input).acceptedUntil }))
    .filter((one): one is { input: DecisionInput; last: PlainDate } => one.last !== null);

  it('is not before the day it was judged on, and no date stands in its way on that last day', () => {
    fc.assert(
      fc.property(until, ({ input, last }) => {
        expect(last >= decide(input).decisionDate).toBe(true);
        const order = { ...input.order, requestedStartDate: last } as OrderRequest;
        const codes = decide(inputFor(input, order)).rejections.map(({ code }) => code);
        expect(codes.filter((code) => ofDates.includes(code))).toEqual([]);
      }),
      FEWER_RUNS,
    );
  });
});

/** What only a person can say: replace what is pending, mean this total, stand beside another subscription. */
const consentsOf = (order: OrderRequest) =>
  Object.entries(order).filter(([field]) => ['supersede', 'confirmedTotal', 'additional'].includes(field));

/** Whether a month to come will have been paid, nobody can know. */
const ofPayment: readonly RejectionCode[] = ['PAYMENT_UNKNOWN', 'PAYMENT_REQUIRED'];

/** What only the passing of time makes of an order. */
const ofDates: readonly RejectionCode[] = [
  'DECREASE_OUTSIDE_RENEWAL_WINDOW',
  'OPTIONS_OUTSIDE_RENEWAL_WINDOW',
  'TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW',
  'RENEWAL_WINDOW_CLOSED',
  'RENEWAL_NOT_OPEN',
  'PLAN_NOT_ON_SALE',
  'END_OF_LIFE_LOCKED',
  'COOLING_OFF',
  'EXPIRATION_DATE_PAST',
  'SUSPENSION_END_PAST',
  'ACTIVATION_DATE_PAST',
  'NO_PENDING_CANCELLATION',
  'SUBSCRIPTION_ENDED',
  'SUBSCRIPTION_ENDS_BEFORE',
];

/** A purchase makes its own subscription; what is suggested instead of one is about a subscription the account has. */
function inputFor(input: DecisionInput, order: OrderRequest): DecisionInput {
  const { product, policy, facts, today } = input;
  if (order.type === 'purchase')
    return purchaseInput(order, { id: 'new', product, policy, facts, partnerId: null, today });
  const existing = facts.activatedSubscriptions.find(({ id }) => id === order.subscriptionId);
  return { ...input, order, subscription: existing ?? input.subscription };
}

/** The same order, on the day on which it is to start, in the world that time will have made until then. */
function onItsDay(input: DecisionInput, order: OrderRequest): DecisionInput {
  const today = order.requestedStartDate ?? input.today;
  if (order.type === 'purchase') {
    const { product, policy, facts } = input;
    return {
      ...purchaseInput(order, { id: 'new', product, policy, facts, partnerId: null, today }),
      moment: 'decisionDate',
    };
  }
  const { subscription, facts } = advance(
    { date: input.today, subscription: input.subscription, facts: input.facts },
    input.product,
    today,
  ).world;
  return { ...input, order, subscription, facts, today, moment: 'decisionDate' };
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFrozen(part);
    Object.freeze(value);
  }
  return value;
}
