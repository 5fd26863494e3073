import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { OrderType } from '../../../domain/order-types.ts';
import { subscriptionState } from '../../../domain/rules/subscription-state.ts';
import { type Subscription, type SubscriptionState, subscriptionStates } from '../../../domain/subscription.ts';
import { checked, codes, decisionInput, type Given, type GivenOrder, summary, verdict } from '../decision-input.ts';

const ended = { terminated: 'SUBSCRIPTION_ENDED', expired: 'SUBSCRIPTION_ENDED' };
const activeOnly = {
  pendingActivation: 'SUBSCRIPTION_NOT_ACTIVATED',
  active: 'passes',
  suspended: 'SUBSCRIPTION_SUSPENDED',
  ...ended,
};
const anyLiving = { pendingActivation: 'passes', active: 'passes', suspended: 'passes', ...ended };

// A new order type or state does not compile until its cells are filled.
const matrix: Record<OrderType, Record<SubscriptionState, string>> = {
  changeQuantity: activeOnly,
  changeServicePlan: activeOnly,
  changeTerm: activeOnly,
  changeOptions: activeOnly,
  changeRenewal: activeOnly,
  changeExpiration: activeOnly,
  changeLicenceSettings: activeOnly,
  suspend: activeOnly,
  cancel: anyLiving,
  undoCancel: anyLiving,
  renew: { ...anyLiving, pendingActivation: 'SUBSCRIPTION_NOT_ACTIVATED' },
  // Whether its activation is due is a rule of its own.
  activate: {
    pendingActivation: 'passes',
    active: 'SUBSCRIPTION_NOT_SUSPENDED',
    suspended: 'passes',
    ...ended,
  },
  purchase: {
    pendingActivation: 'passes',
    active: 'SUBSCRIPTION_NOT_SUSPENDED',
    suspended: 'SUBSCRIPTION_SUSPENDED',
    ...ended,
  },
};
const cells = Object.entries(matrix).flatMap(([type, row]) =>
  subscriptionStates.map((state) => ({ type: type as OrderType, state, expected: row[state] })),
);

const orderOf = (type: OrderType): GivenOrder =>
  ({ type, activation: { mode: 'code' }, options: [] }) as unknown as GivenOrder;
const inState = (given: Partial<Subscription>, order: GivenOrder = { quantity: 6 }): Given => ({
  subscription: given,
  order,
  rules: {},
});

describe('what may be ordered in which state', () => {
  it.each(cells)('$type while $state: $expected', ({ type, state, expected }) => {
    expect(verdict(subscriptionState, inState({ state }, orderOf(type)))).toBe(expected);
  });

  it('keeps the state in the trace and offers no change of the order', () => {
    expect(checked(subscriptionState, inState({ state: 'suspended' }))).toMatchObject({
      inputs: { state: 'suspended', from: ['active'] },
      failure: { eligibleFrom: null, smallestChange: null },
    });
  });
});

describe('R24: what is paused for a specified term can be ordered for from its end on', () => {
  const paused = inState({ state: 'suspended', suspendedUntil: '2026-04-10' });

  it('rejected today, it is offered for that day', () => {
    const { rejections, suggestedOrder } = decide(decisionInput(paused));
    expect(rejections).toMatchObject([{ code: 'SUBSCRIPTION_SUSPENDED', eligibleFrom: '2026-04-10' }]);
    expect(suggestedOrder).toMatchObject({ quantity: 6, requestedStartDate: '2026-04-10' });
  });

  it.each([
    { start: '2026-04-09', expected: 'SUBSCRIPTION_SUSPENDED' },
    { start: '2026-04-10', expected: 'accepted from 2026-04-10' },
  ] as const)('ordered for $start: $expected', ({ start, expected }) => {
    const given = { ...paused, order: { quantity: 6, requestedStartDate: start } };
    expect(summary(decide(decisionInput(given)))).toBe(expected);
  });

  it('and it can be activated by an operator until the day before', () => {
    const given: Given = { ...paused, order: { type: 'activate' }, facts: { role: 'operator' } };
    expect(decide(decisionInput(given)).acceptedUntil).toBe('2026-04-09');
  });
});

describe('R13: what is activated on a date can be ordered for from that date on', () => {
  it.each([
    { mode: 'onDate', date: '2026-04-10', offered: '2026-04-10' },
    { mode: 'firstLogon', date: null, offered: undefined },
    { mode: 'code', date: null, offered: undefined },
  ] as const)('$mode: offered for $offered', ({ mode, date, offered }) => {
    const decision = decide(decisionInput(inState({ state: 'pendingActivation', activation: { mode, date } })));
    expect(decision.rejections).toMatchObject([{ code: 'SUBSCRIPTION_NOT_ACTIVATED' }]);
    expect(decision.suggestedOrder?.requestedStartDate).toBe(offered);
  });
});

describe('a subscription that will not go on', () => {
  const ending = inState({ autoRenewal: { enabled: false, frequency: 'monthly' } });

  it('is changed until its last day', () => {
    expect(decide(decisionInput(ending)).acceptedUntil).toBe('2026-03-31');
  });

  it('and not for a day after it', () => {
    const [first] = codes({ ...ending, order: { quantity: 6, requestedStartDate: '2026-04-01' } });
    expect(first).toBe('SUBSCRIPTION_ENDED');
  });
});

describe('the state is judged again when a later change takes effect', () => {
  it.each([
    { state: 'terminated', expected: ['SUBSCRIPTION_ENDED'] },
    { state: 'expired', expected: ['SUBSCRIPTION_ENDED'] },
    { state: 'suspended', expected: [] },
    { state: 'active', expected: [] },
  ] as const)('$state by then: $expected', ({ state, expected }) => {
    expect(codes({ ...inState({ state }), moment: 'effect' })).toEqual(expected);
  });
});
