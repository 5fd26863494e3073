import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { BillingPeriod } from '../../domain/facts.ts';
import type { PendingChange } from '../../domain/pending/pending-change.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { advance } from '../../domain/world.ts';
import { decisionInput, type Given, type GivenOrder, pendingChange, summary } from './decision-input.ts';
import { groupwareAnnual } from './products/groupware.ts';

const options = (mail: number): GivenOrder => ({
  type: 'changeOptions',
  options: [{ optionId: 'mail', quantity: mail }],
});
const annual = (today: PlainDate, order: GivenOrder, facts: Given['facts'] = {}): Given => ({
  of: groupwareAnnual,
  today,
  order,
  facts,
});
const on = (given: Given): string => summary(decide(decisionInput(given)));

describe('R20: S4’s example, 20 users, service period January 1 to December 31', () => {
  const pending18: PendingChange[] = [pendingChange('to-18', '2027-01-01', { quantity: 18 }, '2026-12-01')];
  const stack = (given: Given) => {
    const { outcome, pendingChanges } = decide(decisionInput(given));
    return outcome === 'accepted'
      ? pendingChanges.map(({ orderId, outcome: becomes }) => `${orderId}: ${becomes}`)
      : [];
  };

  describe('outside the renewal period (January 1 to November 30)', () => {
    it.each<{ order: GivenOrder; expected: string }>([
      { order: { quantity: 25 }, expected: 'accepted from 2026-11-30' },
      { order: { quantity: 18 }, expected: 'DECREASE_OUTSIDE_RENEWAL_WINDOW' },
      { order: { type: 'changeTerm', term: 'monthly' }, expected: 'TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW' },
    ])('$order: $expected', ({ order, expected }) => {
      expect(on(annual('2026-11-30', order))).toBe(expected);
    });

    it('fewer users are offered for the renewal period', () => {
      expect(decide(decisionInput(annual('2026-11-30', { quantity: 18 })))).toMatchObject({
        rejections: [{ eligibleFrom: '2026-12-01', eligibleUntil: '2026-12-31' }],
        suggestedOrder: { quantity: 18, requestedStartDate: '2026-12-01' },
      });
    });
  });

  describe('during the renewal period (December 1)', () => {
    it.each<{ order: GivenOrder; expected: string }>([
      { order: { quantity: 25 }, expected: 'accepted from 2026-12-01' },
      { order: { quantity: 18 }, expected: 'accepted from 2027-01-01' },
      { order: options(8), expected: 'accepted from 2027-01-01' },
      { order: { type: 'changeTerm', term: 'monthly' }, expected: 'accepted from 2027-01-01' },
    ])('$order: $expected', ({ order, expected }) => {
      expect(on(annual('2026-12-01', order))).toBe(expected);
    });
  });

  describe('after executing and before billing (December 2): 18 users are pending', () => {
    const then = (order: GivenOrder): Given => annual('2026-12-02', order, { pendingChanges: pending18 });

    it.each<{ what: string; order: GivenOrder; expected: string; becomes: string[] }>([
      { what: '16 instead needs consent', order: { quantity: 16 }, expected: 'SUPERSEDE_REQUIRED', becomes: [] },
      {
        what: '16 instead, with consent',
        order: { quantity: 16, supersede: true },
        expected: 'accepted from 2027-01-01',
        becomes: ['to-18: supersede'],
      },
      {
        what: '20, the present total, takes it back',
        order: { quantity: 20 },
        expected: 'accepted from 2026-12-02',
        becomes: ['to-18: withdraw'],
      },
      {
        what: '25 now keeps the 18 of next year',
        order: { quantity: 25 },
        expected: 'accepted from 2026-12-02',
        becomes: ['to-18: keep'],
      },
      {
        what: 'to monthly goes together with it',
        order: { type: 'changeTerm', term: 'monthly' },
        expected: 'accepted from 2027-01-01',
        becomes: ['to-18: merge'],
      },
      {
        what: 'a cancellation takes it back, and says so',
        order: { type: 'cancel' },
        expected: 'accepted from 2027-01-01',
        becomes: ['to-18: withdraw'],
      },
    ])('$what: $expected', ({ order, expected, becomes }) => {
      expect(on(then(order))).toBe(expected);
      expect(stack(then(order))).toEqual(becomes);
    });
  });

  describe('after billing, before the next period begins (billed on December 28)', () => {
    const billingPeriods: BillingPeriod[] = [{ month: '2027-01', billedOn: '2026-12-28', paidOn: null }];
    const then = (order: GivenOrder): Given =>
      annual('2026-12-29', order, { pendingChanges: pending18, billingPeriods });

    it.each<{ what: string; order: GivenOrder; expected: string }>([
      { what: 'more users', order: { quantity: 25 }, expected: 'accepted from 2026-12-29' },
      {
        what: 'fewer still',
        order: { quantity: 16, supersede: true },
        expected: 'RENEWAL_WINDOW_CLOSED, RENEWAL_WINDOW_CLOSED',
      },
      { what: 'taking the 18 back', order: { quantity: 20 }, expected: 'RENEWAL_WINDOW_CLOSED' },
      { what: 'to monthly', order: { type: 'changeTerm', term: 'monthly' }, expected: 'RENEWAL_WINDOW_CLOSED' },
    ])('$what: $expected', ({ order, expected }) => {
      expect(on(then(order))).toBe(expected);
    });
  });

  describe('after billing (January 1 of next year): 18 users have taken effect', () => {
    const start = decisionInput(annual('2026-12-02', {}, { pendingChanges: pending18 }));
    const { world } = advance(
      { date: '2026-12-02', subscription: start.subscription, facts: start.facts },
      start.product,
      '2027-01-01',
    );
    const then = (order: GivenOrder) =>
      summary(decide({ ...decisionInput(annual('2027-01-01', order)), subscription: world.subscription }));

    it('the new service period has begun with them', () => {
      expect(world.subscription).toMatchObject({
        quantity: 18,
        term: 'annual',
        servicePeriod: { start: '2027-01-01', end: '2027-12-31' },
      });
      expect(world.facts.pendingChanges).toEqual([]);
    });

    it.each<{ order: GivenOrder; expected: string }>([
      { order: { quantity: 19, expectedCurrentQuantity: 18 }, expected: 'accepted from 2027-01-01' },
      { order: { quantity: 16, expectedCurrentQuantity: 18 }, expected: 'DECREASE_OUTSIDE_RENEWAL_WINDOW' },
      { order: options(8), expected: 'OPTIONS_OUTSIDE_RENEWAL_WINDOW' },
      { order: { type: 'changeTerm', term: 'monthly' }, expected: 'TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW' },
    ])('$order: $expected', ({ order, expected }) => {
      expect(then(order)).toBe(expected);
    });
  });
});
