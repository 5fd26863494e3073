import { describe, expect, it } from 'vitest';
import type { ActivationPolicy } from '../../../domain/catalogue.ts';
import { decide } from '../../../domain/decide.ts';
import { changed, changeOf } from '../../../domain/effect.ts';
import type { Purchase } from '../../../domain/order-types/purchase.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { purchaseInput } from '../../../domain/purchase-input.ts';
import {
  activationDateAhead,
  activationModesOf,
  activationOffered,
  coolingOff,
  notReassigned,
} from '../../../domain/rules/purchase-rules.ts';
import type { DecisionInput } from '../../../domain/rules/rule.ts';
import { type ActivationMode, activationModes } from '../../../domain/subscription.ts';
import { advance } from '../../../domain/world.ts';
import { decisionInput, type Given, summary, verdict } from '../decision-input.ts';
import { groupwareAnnual } from '../products/groupware.ts';
import { managedSecurity } from '../products/managed-security.ts';
import { onPremise, worryFree } from '../products/worry-free.ts';

type Wanted = Given & { buys?: Partial<Purchase> };

/** A purchase of 20 units of the sample's first plan. */
function purchasing({ buys, ...given }: Wanted): DecisionInput {
  const { product, policy, facts, today } = decisionInput(given);
  const order: Purchase = {
    type: 'purchase',
    accountId: 'acc-1',
    productId: product.id,
    planId: product.plans[0]?.id ?? '',
    quantity: 20,
    term: product.terms[0] ?? 'monthly',
    activation: { mode: activationModesOf(product.activationPolicy)[0] ?? 'code' },
    contactEmail: 'hana@hanafoods.example',
    ...buys,
  };
  return purchaseInput(order, { id: 'new', product, policy, facts, partnerId: null, today });
}

const bought = (wanted: Wanted) => summary(decide(purchasing(wanted)));

describe('R4: for two weeks after a cancellation no new order is possible; after that you can make a new order', () => {
  const cancelled = (lastCancellationDate: PlainDate | null, today: PlainDate): Wanted => ({
    of: managedSecurity,
    today,
    facts: { lastCancellationDate },
  });

  it.each<{ cancelledOn: PlainDate | null; today: PlainDate; expected: string }>([
    { cancelledOn: '2026-03-01', today: '2026-03-01', expected: 'COOLING_OFF' },
    { cancelledOn: '2026-03-01', today: '2026-03-14', expected: 'COOLING_OFF' },
    { cancelledOn: '2026-03-01', today: '2026-03-15', expected: 'accepted from 2026-03-15' },
    { cancelledOn: '2026-03-01', today: '2026-03-16', expected: 'accepted from 2026-03-16' },
    { cancelledOn: '2026-12-25', today: '2027-01-07', expected: 'COOLING_OFF' },
    { cancelledOn: '2026-12-25', today: '2027-01-08', expected: 'accepted from 2027-01-08' },
    { cancelledOn: '2028-02-20', today: '2028-03-04', expected: 'COOLING_OFF' },
    { cancelledOn: '2028-02-20', today: '2028-03-05', expected: 'accepted from 2028-03-05' },
    { cancelledOn: null, today: '2026-03-15', expected: 'accepted from 2026-03-15' },
  ])('cancelled on $cancelledOn, bought on $today: $expected', ({ cancelledOn, today, expected }) => {
    expect(bought(cancelled(cancelledOn, today))).toBe(expected);
  });

  it('offers the first day after it', () => {
    const { rejections, suggestedOrder } = decide(purchasing(cancelled('2026-03-01', '2026-03-10')));
    expect(rejections).toMatchObject([{ code: 'COOLING_OFF', eligibleFrom: '2026-03-15', eligibleUntil: null }]);
    expect(suggestedOrder).toMatchObject({ type: 'purchase', requestedStartDate: '2026-03-15' });
  });

  it.each([
    { days: 7, today: '2026-03-08', expected: 'accepted from 2026-03-08' },
    { days: 30, today: '2026-03-15', expected: 'COOLING_OFF' },
  ] as const)('lasts as long as the policy says: $days days', ({ days, today, expected }) => {
    expect(bought({ ...cancelled('2026-03-01', today), rules: { coolingOff: { days } } })).toBe(expected);
  });

  it('does not bind where the policy does not name it', () => {
    expect(bought({ ...cancelled('2026-03-10', '2026-03-10'), rules: {} })).toBe('accepted from 2026-03-10');
  });

  it('does not hold back the account’s other subscriptions', () => {
    expect(verdict(coolingOff as never, { rules: {}, facts: { lastCancellationDate: '2026-03-15' } })).toBe('passes');
    const change = decide(decisionInput({ facts: { lastCancellationDate: '2026-03-15' } }));
    expect(change.outcome).toBe('accepted');
  });
});

describe('R12: a plan is never reassigned to an activated account; the existing plan is modified instead', () => {
  const existing = { ...worryFree.subscription, id: 'sub-9' };
  const reassigning = (buys: Partial<Purchase> = {}, given: Given = {}): Wanted => ({
    of: worryFree,
    buys: { planId: 'advanced', term: 'annual', ...buys },
    facts: { role: 'partner', activatedSubscriptions: [existing] },
    ...given,
  });

  it('who tries to is told that the new account would not reflect the agents', () => {
    const [rejection] = decide(purchasing(reassigning())).rejections;
    expect(rejection).toMatchObject({ code: 'PLAN_REASSIGNMENT', rule: 'notReassigned', source: 'R12' });
    expect(rejection?.sentence).toMatch(/will not reflect all the agents.*modify the existing service plan/);
    expect(rejection?.inputs).toMatchObject({ activatedSubscriptions: ['sub-9'] });
  });

  it('and is offered the right order, which changes the plan in place', () => {
    expect(decide(purchasing(reassigning())).suggestedOrder).toEqual({
      type: 'changeServicePlan',
      subscriptionId: 'sub-9',
      planId: 'advanced',
      contactEmail: 'hana@hanafoods.example',
    });
  });

  it('but no order that the contract would reject: the plan is too large for the present total', () => {
    const small = { ...existing, quantity: 4 };
    const wanted = reassigning({ planId: 'suite' }, { facts: { role: 'partner', activatedSubscriptions: [small] } });
    expect(decide(purchasing(wanted)).suggestedOrder).toBeNull();
  });

  it('a further subscription that is meant to stand beside it says so', () => {
    expect(decide(purchasing(reassigning())).smallestChange).toEqual({ additional: true });
    expect(bought(reassigning({ additional: true }))).toBe('accepted from 2026-03-15');
  });

  it('nothing stands in the way where the account has none that is activated', () => {
    expect(bought(reassigning({}, { facts: { role: 'partner' } }))).toBe('accepted from 2026-03-15');
  });

  it('a policy may allow one subscription for each account, and then nothing else', () => {
    const rules = { ...worryFree.policy.rules, oneSubscriptionPerAccount: {} };
    const decision = decide(purchasing(reassigning({ additional: true }, { rules })));
    expect(decision).toMatchObject({ outcome: 'rejected', smallestChange: null });
    expect(decision.suggestedOrder).toMatchObject({ type: 'changeServicePlan', subscriptionId: 'sub-9' });
  });

  it('binds every product, also where the policy names nothing', () => {
    expect(notReassigned.namedInPolicyAs).toBeNull();
    expect(bought(reassigning({}, { rules: {} }))).toBe('PLAN_REASSIGNMENT');
  });
});

describe('R13: activation policies by type of product', () => {
  // S3's table. A new policy or mode does not compile until its cell is filled.
  const table: Record<ActivationPolicy, Record<ActivationMode, string>> = {
    automatic: { firstLogon: 'passes', onDate: 'passes', code: 'ACTIVATION_NOT_OFFERED' },
    saasWithCode: { firstLogon: 'ACTIVATION_NOT_OFFERED', onDate: 'ACTIVATION_NOT_OFFERED', code: 'passes' },
    onPremise: { firstLogon: 'ACTIVATION_NOT_OFFERED', onDate: 'ACTIVATION_NOT_OFFERED', code: 'passes' },
  };
  const cells = Object.entries(table).flatMap(([policy, row]) =>
    activationModes.map((mode) => ({ policy: policy as ActivationPolicy, mode, expected: row[mode] })),
  );

  it.each(cells)('$policy, activated by $mode: $expected', ({ policy, mode, expected }) => {
    const date = mode === 'onDate' ? ('2026-03-20' as const) : undefined;
    const wanted = { of: worryFree, product: { activationPolicy: policy }, buys: { activation: { mode, date } } };
    const { outcome, rejections } = decide(purchasing(wanted));
    expect(outcome === 'accepted' ? 'passes' : rejections[0]?.code).toBe(expected);
    expect(activationModesOf(policy).includes(mode)).toBe(expected === 'passes');
  });

  it('an on-premise product waits for its code, however much time passes', () => {
    const { order, subscription, product, facts } = purchasing({ of: onPremise });
    const placed = changed(subscription, changeOf(order, { subscription, product, effectiveDate: '2026-03-15' }));
    const { world } = advance({ date: '2026-03-15', subscription: placed, facts }, product, '2027-03-15');
    expect(world.subscription.state).toBe('pendingActivation');
  });

  it.each<{ mode: ActivationMode; date?: PlainDate; expected: string }>([
    { mode: 'onDate', date: '2026-03-14', expected: 'ACTIVATION_DATE_PAST' },
    { mode: 'onDate', date: '2026-03-15', expected: 'accepted from 2026-03-15' },
    { mode: 'onDate', date: '2026-12-31', expected: 'accepted from 2026-03-15' },
    { mode: 'onDate', expected: 'ACTIVATION_DATE_MISMATCH' },
    { mode: 'firstLogon', date: '2026-03-20', expected: 'ACTIVATION_DATE_MISMATCH' },
  ])('$mode with the date $date: $expected', ({ mode, date, expected }) => {
    expect(bought({ of: worryFree, buys: { activation: { mode, date } } })).toBe(expected);
  });

  it('can be bought for activation on a day until that day', () => {
    const buys: Partial<Purchase> = { activation: { mode: 'onDate', date: '2026-04-10' } };
    expect(decide(purchasing({ of: worryFree, buys })).acceptedUntil).toBe('2026-04-10');
  });

  it('is judged again on a later decision date', () => {
    expect([activationOffered, activationDateAhead].map(({ judged }) => judged)).toEqual([
      'onDecisionDate',
      'onDecisionDate',
    ]);
  });
});

describe('R17: a new annual subscription', () => {
  it.each<{ today: PlainDate; start: PlainDate; end: PlainDate }>([
    { today: '2026-03-15', start: '2026-04-01', end: '2027-03-31' },
    { today: '2026-12-31', start: '2027-01-01', end: '2027-12-31' },
    { today: '2027-02-01', start: '2027-03-01', end: '2028-02-29' },
  ])('ordered on $today has its year from $start to $end', ({ today, start, end }) => {
    const { order, subscription, product } = purchasing({ of: groupwareAnnual, today, buys: { term: 'annual' } });
    const made = changed(subscription, changeOf(order, { subscription, product, effectiveDate: today }));
    expect(made).toMatchObject({ term: 'annual', servicePeriod: { start, end }, quantity: 20, firstOrderDate: today });
  });

  it('has it from the day of the order where the policy does not name the first of the next month', () => {
    const { subscription } = purchasing({ of: groupwareAnnual, rules: {}, buys: { term: 'annual' } });
    expect(subscription.servicePeriod).toEqual({ start: '2026-03-15', end: '2027-03-14' });
  });

  it('ordered for a later day counts from that day', () => {
    const buys = { term: 'annual', requestedStartDate: '2026-05-20' } as const;
    expect(purchasing({ of: groupwareAnnual, buys }).subscription.servicePeriod).toEqual({
      start: '2026-06-01',
      end: '2027-05-31',
    });
  });
});

describe('a purchase', () => {
  it.each([
    { what: 'fewer units than the SKU’s minimum', buys: { quantity: 1 }, expected: /BELOW_MINIMUM_QUANTITY/ },
    { what: 'a plan of another product', buys: { planId: 'agent' }, expected: /PLAN_NOT_IN_PRODUCT/ },
    {
      what: 'an option the plan lacks',
      buys: { options: [{ optionId: 'encryption', quantity: 1 }] },
      expected: /OPTION_NOT_AVAILABLE/,
    },
    { what: 'no units', buys: { quantity: 0 }, expected: /QUANTITY_NOT_POSITIVE/ },
  ])('of $what is rejected', ({ buys, expected }) => {
    expect(bought({ of: worryFree, buys })).toMatch(expected);
  });

  it('of a plan at End of Sale is rejected, though who has it may keep it', () => {
    const plan = { endOfSaleDate: '2026-03-15' } as const;
    expect(bought({ of: worryFree, plan })).toBe('PLAN_NOT_ON_SALE');
  });
});
