import { describe, expect, it } from 'vitest';
import { type Decision, decide } from '../../../domain/decide.ts';
import type { PendingChange } from '../../../domain/pending/pending-change.ts';
import { placeOrder } from '../../../domain/place-order.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { World } from '../../../domain/world.ts';
import { decisionInput, type Given, type GivenOrder, pendingChange, summary } from '../decision-input.ts';
import { examples } from '../order-types/examples.ts';
import { groupwareAnnual } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';

const to18 = pendingChange('to-18', '2027-01-01', { quantity: 18 }, '2026-12-05');
const toMonthly = pendingChange('to-monthly', '2027-01-01', { type: 'changeTerm', term: 'monthly' }, '2026-12-05');
const lessMail = pendingChange(
  'less-mail',
  '2027-01-01',
  { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 5 }] },
  '2026-12-05',
);
const cancelled = pendingChange('cancel', '2027-01-01', { type: 'cancel' }, '2026-12-05');

const meeting = (pendingChanges: PendingChange[], order: GivenOrder, more: Given = {}): Given => ({
  of: groupwareAnnual,
  today: '2026-12-10',
  order,
  ...more,
  facts: { pendingChanges, ...more.facts },
});
const decided = (...given: Parameters<typeof meeting>): Decision => decide(decisionInput(meeting(...given)));
const becomes = ({ pendingChanges }: Decision) =>
  pendingChanges.map(({ orderId, outcome }) => `${orderId}: ${outcome}`);

describe('U1: a change that holds at once', () => {
  it.each<{ what: string; order: GivenOrder }>([
    { what: 'more users', order: { quantity: 25 } },
    { what: 'more of an option', order: { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 12 }] } },
  ])('keeps every pending one: $what', ({ order }) => {
    const decision = decided([to18, toMonthly, lessMail], order);
    expect(summary(decision)).toBe('accepted from 2026-12-10');
    expect(decision.pendingChanges.map(({ outcome }) => outcome)).not.toContain('supersede');
    expect(decision.pendingChanges.map(({ outcome }) => outcome)).not.toContain('withdraw');
  });
});

describe('U2: the present total takes the pending one back', () => {
  it('and says so', () => {
    const decision = decided([to18, lessMail], { quantity: 20 });
    expect(summary(decision)).toBe('accepted from 2026-12-10');
    expect(becomes(decision)).toEqual(['to-18: withdraw', 'less-mail: keep']);
  });

  it('also after several changes of mind: 20, then 18, then 16, then 20 again leaves nothing pending', () => {
    const { product, policy, subscription, facts } = decisionInput(meeting([], {}));
    let world: World = { date: '2026-12-10', subscription, facts };
    for (const [orderId, quantity] of [
      ['first', 18],
      ['second', 16],
      ['third', 20],
    ] as const) {
      const { order } = decisionInput({ of: groupwareAnnual, order: { quantity, supersede: true } });
      const placed = placeOrder(world, { orderId, order, product, policy });
      expect(placed.decision.outcome).toBe('accepted');
      world = placed.world;
    }
    expect(world.facts.pendingChanges).toEqual([]);
    expect(world.subscription.quantity).toBe(20);
  });

  it('is no change where nothing is pending', () => {
    expect(summary(decided([], { quantity: 20 }))).toBe('NO_CHANGE');
  });

  it('takes nothing back of which it asks only a part', () => {
    const both = pendingChange('both', '2027-01-01', { type: 'changeServicePlan', planId: 'advanced', managed: true });
    const order: GivenOrder = { type: 'changeLicenceSettings', managed: false, unitsPerLicence: 5 };
    const decision = decided([both], order, { of: worryFree, facts: { role: 'partner' } });
    expect(becomes(decision)).toEqual(['both: keep']);
  });
});

describe('a pending change is replaced only with consent', () => {
  it.each<{ what: string; pending: PendingChange; order: GivenOrder }>([
    { what: 'another total', pending: to18, order: { quantity: 16 } },
    {
      what: 'another total of the same option',
      pending: lessMail,
      order: { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 4 }] },
    },
  ])('$what', ({ pending, order }) => {
    const without = decided([pending], order);
    expect(summary(without)).toBe('SUPERSEDE_REQUIRED');
    expect(without).toMatchObject({ smallestChange: { supersede: true }, suggestedOrder: null, pendingChanges: [] });
    const consenting = decided([pending], { ...order, supersede: true } as GivenOrder);
    expect(summary(consenting)).toBe('accepted from 2027-01-01');
    expect(becomes(consenting)).toEqual([`${pending.orderId}: supersede`]);
  });

  it('names what would be replaced', () => {
    const [rejection] = decided([to18, lessMail], { quantity: 16 }).rejections;
    expect(rejection?.inputs).toEqual({ superseded: ['to-18'], consent: false });
  });

  it('different options go together, without any', () => {
    const noArchive: GivenOrder = { type: 'changeOptions', options: [{ optionId: 'archive', quantity: 0 }] };
    const decision = decided([lessMail], noArchive, { subscription: { options: { mail: 10, archive: 2 } } });
    expect(summary(decision)).toBe('accepted from 2027-01-01');
    expect(becomes(decision)).toEqual(['less-mail: merge']);
  });

  it('consent replaces nothing that is not contradicted', () => {
    expect(becomes(decided([toMonthly], { quantity: 18, supersede: true }))).toEqual(['to-monthly: merge']);
  });
});

describe('U11: a cancellation withdraws the queue and says so', () => {
  it('all of it that would hold with it or after it', () => {
    const decision = decided([to18, toMonthly, lessMail], { type: 'cancel' });
    expect(summary(decision)).toBe('accepted from 2027-01-01');
    expect(becomes(decision)).toEqual(['to-18: withdraw', 'to-monthly: withdraw', 'less-mail: withdraw']);
  });

  it('but not what holds before it', () => {
    const soon = pendingChange('soon', '2026-12-20', { quantity: 25 });
    expect(becomes(decided([soon, to18], { type: 'cancel' }))).toEqual(['soon: keep', 'to-18: withdraw']);
  });
});

describe('U10: while a cancellation is pending', () => {
  it.each<{ what: string; order: GivenOrder }>([
    { what: 'more users', order: { quantity: 25 } },
    { what: 'fewer users', order: { quantity: 18 } },
    { what: 'to monthly', order: { type: 'changeTerm', term: 'monthly' } },
    { what: 'less of an option', order: { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 5 }] } },
    { what: 'a renewal', order: { type: 'renew' } },
  ])('nothing is changed, and undoing it is offered: $what', ({ order }) => {
    const decision = decided([cancelled], order);
    expect(decision.rejections.map(({ code }) => code)).toContain('CANCELLATION_PENDING');
    expect(decision.suggestedOrder).toMatchObject({ type: 'undoCancel', subscriptionId: 'sub-1' });
  });

  it('the same again is not ordered', () => {
    expect(summary(decided([cancelled], { type: 'cancel' }))).toBe('ALREADY_PENDING');
  });

  it('an operator may still end it at once', () => {
    const order: GivenOrder = { type: 'cancel', immediately: true, note: 'fraud' };
    const decision = decided([cancelled], order, { facts: { role: 'operator' } });
    expect(summary(decision)).toBe('accepted from 2026-12-10');
    expect(becomes(decision)).toEqual(['cancel: withdraw']);
  });

  it('an operator may suspend it, and the cancellation stays', () => {
    const decision = decided([cancelled], { type: 'suspend' }, { facts: { role: 'operator' } });
    expect(becomes(decision)).toEqual(['cancel: keep']);
  });
});

describe('while its purchase is pending', () => {
  it.each<{ order: GivenOrder }>([
    { order: { quantity: 25 } },
    { order: { type: 'cancel' } },
    { order: { type: 'changeTerm', term: 'monthly' } },
  ])('nothing of the subscription is ordered: $order', ({ order }) => {
    const purchase = { ...pendingChange('purchase', '2027-01-01', {}), order: examples.purchase };
    const decision = decided([purchase], order, { subscription: { state: 'pendingActivation', quantity: 0 } });
    expect(decision.rejections.map(({ code }) => code)).toContain('PURCHASE_PENDING');
    expect(decision.pendingChanges).toEqual([]);
  });
});

describe('U12: undoing a cancellation restores what it had withdrawn', () => {
  it('and says so', () => {
    const decision = decided(
      [cancelled],
      { type: 'undoCancel' },
      { facts: { withdrawnByCancellation: [to18, lessMail] } },
    );
    expect(summary(decision)).toBe('accepted from 2026-12-10');
    expect(becomes(decision)).toEqual(['cancel: withdraw', 'to-18: restore', 'less-mail: restore']);
  });

  it('so that cancel and undo leave the queue as it was', () => {
    const { product, policy, subscription, facts } = decisionInput(meeting([to18, toMonthly, lessMail], {}));
    const start: World = { date: '2026-12-10', subscription, facts };
    const place = (world: World, orderId: string, order: GivenOrder) =>
      placeOrder(world, { orderId, order: decisionInput({ order }).order, product, policy }).world;
    const cancelling = place(start, 'cancel', { type: 'cancel' });
    expect(cancelling.facts.pendingChanges.map(({ orderId }) => orderId)).toEqual(['cancel']);
    expect(place(cancelling, 'undo', { type: 'undoCancel' })).toEqual(start);
  });
});

describe('what stays pending remains possible, or the order is rejected', () => {
  const partner: Given = { of: worryFree, facts: { role: 'partner' } };
  const toSuite = pendingChange('to-suite', '2027-01-01', { type: 'changeServicePlan', planId: 'suite' });
  const morePlus = pendingChange('more-plus', '2027-01-01', {
    type: 'changeOptions',
    options: [{ optionId: 'mobile-plus', quantity: 2 }],
  });
  const inAdvanced = { subscription: { planId: 'advanced', skuId: 'advanced-units', options: { mobile: 3 } } };

  const conflict = (pending: PendingChange, order: GivenOrder, more: Given = {}) =>
    summary(decided([pending], order, { ...partner, ...more, facts: { role: 'partner', pendingChanges: [pending] } }));

  it.each([
    { quantity: 5, expected: 'accepted from 2026-12-10' },
    { quantity: 4, expected: 'PENDING_CHANGE_CONFLICT' },
  ])('$quantity units, where a plan is pending that is sold from 5 on: $expected', ({ quantity, expected }) => {
    const order: GivenOrder = { quantity, confirmedTotal: quantity };
    expect(conflict(toSuite, order)).toBe(expected);
  });

  it.each([
    { planId: 'suite', expected: 'accepted from 2026-12-10' },
    { planId: 'standard', expected: 'PENDING_CHANGE_CONFLICT' },
  ])('to $planId, where an option is pending that only the higher plans have: $expected', ({ planId, expected }) => {
    expect(conflict(morePlus, { type: 'changeServicePlan', planId }, inAdvanced)).toBe(expected);
  });

  it('an option given up that a pending one requires', () => {
    const order: GivenOrder = { type: 'changeOptions', options: [{ optionId: 'mobile', quantity: 0 }] };
    expect(conflict(morePlus, order, inAdvanced)).toBe('PENDING_CHANGE_CONFLICT');
  });

  it('the end of automatic renewal, where a change is pending for the next period', () => {
    const order: GivenOrder = { type: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'annual' } };
    expect(summary(decided([to18], order, { product: { settings: ['autoRenewal'] } }))).toBe('PENDING_CHANGE_CONFLICT');
  });

  it('what was impossible before is not held against it', () => {
    const impossible = pendingChange('impossible', '2027-01-01', { type: 'changeServicePlan', planId: 'suite' });
    expect(conflict(impossible, { quantity: 3 }, { subscription: { quantity: 2, unitsPerLicence: null } })).toBe(
      'accepted from 2026-12-10',
    );
  });
});

describe('R20: what is pending for a period that has been billed stands', () => {
  const billed = (on: PlainDate) => ({ billingPeriods: [{ month: '2027-01', billedOn: on, paidOn: null }] as const });

  it.each<{ today: PlainDate; expected: string }>([
    { today: '2026-12-27', expected: 'accepted from 2026-12-27' },
    { today: '2026-12-28', expected: 'RENEWAL_WINDOW_CLOSED' },
  ])('billed on December 28, the present total on $today: $expected', ({ today, expected }) => {
    const order: GivenOrder = { quantity: 20 };
    expect(summary(decided([to18], order, { today, facts: { ...billed('2026-12-28'), pendingChanges: [to18] } }))).toBe(
      expected,
    );
  });

  it('but not against a cancellation, which is no change of the next period', () => {
    const facts = { ...billed('2026-12-28'), pendingChanges: [to18] };
    expect(summary(decided([to18], { type: 'cancel' }, { today: '2026-12-29', facts }))).toBe(
      'accepted from 2027-01-01',
    );
  });

  it('does not bind where the policy does not name the window', () => {
    const facts = { ...billed('2026-12-28'), pendingChanges: [to18] };
    const { renewalWindow: _, ...rules } = groupwareAnnual.policy.rules;
    expect(summary(decided([to18], { quantity: 20 }, { today: '2026-12-29', facts, rules }))).toBe(
      'accepted from 2026-12-29',
    );
  });
});
