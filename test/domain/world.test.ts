import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../domain/plain-date.ts';
import { advance, type Happening } from '../../domain/world.ts';
import { decisionInput, type Given, pendingChange } from './decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { worryFree } from './products/worry-free.ts';

function passing(given: Given, to: PlainDate) {
  const { today, subscription, facts, product } = decisionInput(given);
  return advance({ date: today, subscription, facts }, product, to);
}

const told = (happening: Happening): string =>
  `${happening.date} ${happening.kind === 'effect' ? happening.orderId : happening.kind}`;
const story = (given: Given, to: PlainDate) => passing(given, to).steps.map(({ happening }) => told(happening));
const later = (given: Given, to: PlainDate) => passing(given, to).world;

const annual = (given: Given = {}): Given => ({ of: groupwareAnnual, today: '2026-12-10', ...given });
const monthly = (given: Given = {}): Given => ({ of: groupwareMonthly, today: '2026-03-15', ...given });
const pending = (...pendingChanges: ReturnType<typeof pendingChange>[]): Given => ({ facts: { pendingChanges } });
const notRenewed = (frequency: 'monthly' | 'annual'): Given => ({
  subscription: { autoRenewal: { enabled: false, frequency } },
});

describe('time that passes without anything due', () => {
  it('leaves all but the date as it was', () => {
    const { subscription, facts } = decisionInput(annual());
    expect(passing(annual(), '2026-12-31')).toEqual({ world: { date: '2026-12-31', subscription, facts }, steps: [] });
  });

  it('does not run backwards', () => {
    expect(later(annual(), '2026-01-01').date).toBe('2026-12-10');
  });
});

describe('a service period that ends', () => {
  it.each<{
    what: string;
    given: Given;
    to: PlainDate;
    expected: string[];
    period: { start: PlainDate; end: PlainDate };
  }>([
    {
      what: 'on its last day goes on',
      given: annual(),
      to: '2026-12-31',
      expected: [],
      period: { start: '2026-01-01', end: '2026-12-31' },
    },
    {
      what: 'is followed by another year',
      given: annual(),
      to: '2027-01-01',
      expected: ['2027-01-01 renewal'],
      period: { start: '2027-01-01', end: '2027-12-31' },
    },
    {
      what: 'is followed by another month',
      given: monthly(),
      to: '2026-04-01',
      expected: ['2026-04-01 renewal'],
      period: { start: '2026-04-01', end: '2026-04-30' },
    },
    {
      what: 'is followed by as many as there is time for',
      given: monthly({
        today: '2026-11-15',
        subscription: { servicePeriod: { start: '2026-11-01', end: '2026-11-30' } },
      }),
      to: '2027-02-28',
      expected: ['2026-12-01 renewal', '2027-01-01 renewal', '2027-02-01 renewal'],
      period: { start: '2027-02-01', end: '2027-02-28' },
    },
    {
      what: 'by a leap February',
      given: annual({
        today: '2027-02-15',
        subscription: { servicePeriod: { start: '2026-03-01', end: '2027-02-28' } },
      }),
      to: '2027-03-01',
      expected: ['2027-03-01 renewal'],
      period: { start: '2027-03-01', end: '2028-02-29' },
    },
    {
      what: 'is renewed from its end, also by those who come late',
      given: annual({ today: '2027-01-03' }),
      to: '2027-01-03',
      expected: ['2027-01-03 renewal'],
      period: { start: '2027-01-01', end: '2027-12-31' },
    },
  ])('$what', ({ given, to, expected, period }) => {
    expect(story(given, to)).toEqual(expected);
    expect(later(given, to).subscription).toMatchObject({ state: 'active', servicePeriod: period });
  });

  it('is renewed for the term that its renewal names', () => {
    const given = annual({ subscription: { autoRenewal: { enabled: true, frequency: 'monthly' } } });
    expect(later(given, '2027-01-15').subscription).toMatchObject({
      term: 'monthly',
      servicePeriod: { start: '2027-01-01', end: '2027-01-31' },
    });
  });

  it('R11: takes the expiration date along, where there is one', () => {
    expect(later({ of: worryFree, today: '2026-12-10' }, '2027-01-01').subscription.expirationDate).toBe('2027-12-31');
    expect(later(annual(), '2027-01-01').subscription.expirationDate).toBeNull();
  });

  it('ends the subscription where nothing renews it, and then nothing more happens', () => {
    const given = annual(notRenewed('annual'));
    expect(story(given, '2028-06-01')).toEqual(['2027-01-01 expiry']);
    expect(later(given, '2028-06-01').subscription).toMatchObject({
      state: 'expired',
      servicePeriod: { start: '2026-01-01', end: '2026-12-31' },
    });
  });

  it('is renewed once by an order to renew, with or without automatic renewal', () => {
    const renew = pendingChange('renew', '2027-01-01', { type: 'renew' }, '2026-12-01');
    const once = { state: 'active', servicePeriod: { start: '2027-01-01', end: '2027-12-31' } };
    expect(later(annual(pending(renew)), '2027-01-05').subscription).toMatchObject(once);
    expect(later(annual({ ...pending(renew), ...notRenewed('annual') }), '2027-01-05').subscription).toMatchObject(
      once,
    );
  });
});

describe('pending changes take effect on their days', () => {
  const to18 = pendingChange('to-18', '2027-01-01', { quantity: 18 }, '2026-12-05');
  const to25 = pendingChange('to-25', '2026-12-20', { quantity: 25 });

  it('in the order of their days, each once', () => {
    const given = annual(pending(to25, to18));
    expect(story(given, '2027-06-01')).toEqual(['2026-12-20 to-25', '2027-01-01 renewal', '2027-01-01 to-18']);
    expect(later(given, '2026-12-19').subscription.quantity).toBe(20);
    expect(later(given, '2026-12-31').subscription.quantity).toBe(25);
    expect(later(given, '2027-01-01')).toMatchObject({ subscription: { quantity: 18 }, facts: { pendingChanges: [] } });
  });

  it('on the boundary with the renewal, which comes first', () => {
    const toMonthly = pendingChange('monthly', '2027-01-01', { type: 'changeTerm', term: 'monthly' }, '2026-12-05');
    const given = annual(pending(to18, toMonthly));
    expect(story(given, '2027-01-31')).toEqual(['2027-01-01 renewal', '2027-01-01 to-18', '2027-01-01 monthly']);
    expect(later(given, '2027-01-31').subscription).toMatchObject({
      quantity: 18,
      term: 'monthly',
      servicePeriod: { start: '2027-01-01', end: '2027-01-31' },
      autoRenewal: { enabled: true, frequency: 'monthly' },
    });
  });

  it('R17: from monthly to annual for a year from the first of the month', () => {
    const toAnnual = pendingChange('annual', '2026-04-01', { type: 'changeTerm', term: 'annual' }, '2026-03-15');
    const given = monthly(pending(toAnnual));
    expect(later(given, '2026-03-31').subscription.term).toBe('monthly');
    expect(later(given, '2026-12-31').subscription).toMatchObject({
      term: 'annual',
      servicePeriod: { start: '2026-04-01', end: '2027-03-31' },
    });
    expect(story(given, '2027-04-01')).toEqual(['2026-04-01 renewal', '2026-04-01 annual', '2027-04-01 renewal']);
  });

  it('an increase among them counts as the last one', () => {
    expect(later(annual(pending(to25)), '2026-12-31').facts.lastIncreaseDate).toBe('2026-12-20');
    expect(later(annual(pending(to18)), '2027-01-31').facts.lastIncreaseDate).toBeNull();
  });

  it('overdue ones at once', () => {
    const overdue = pendingChange('overdue', '2026-12-01', { quantity: 25 });
    expect(story(annual(pending(overdue)), '2026-12-10')).toEqual(['2026-12-10 overdue']);
  });
});

describe('R21: a cancellation', () => {
  const cancel = (on: PlainDate) => pendingChange('cancel', on, { type: 'cancel' }, '2026-03-01');

  it('at the end of the term has the last word: nothing is renewed', () => {
    expect(story(annual(pending(cancel('2027-01-01'))), '2028-01-01')).toEqual(['2027-01-01 cancel']);
    expect(later(annual(pending(cancel('2027-01-01'))), '2028-01-01').subscription).toMatchObject({
      state: 'terminated',
      servicePeriod: { start: '2026-01-01', end: '2026-12-31' },
    });
  });

  it('of a later month lets the months before it be renewed', () => {
    expect(story(monthly(pending(cancel('2026-06-01'))), '2026-12-31')).toEqual([
      '2026-04-01 renewal',
      '2026-05-01 renewal',
      '2026-06-01 cancel',
    ]);
  });

  it('leaves what was to come after it pending, and brings nothing back', () => {
    const suspend = pendingChange('suspend', '2027-01-03', { type: 'suspend' });
    const { world, steps } = passing(annual(pending(cancel('2027-01-01'), suspend)), '2027-06-01');
    expect(steps).toHaveLength(1);
    expect(world.subscription.state).toBe('terminated');
    expect(world.facts.pendingChanges).toEqual([suspend]);
  });
});

describe('R24: a suspension', () => {
  const suspended = (suspendedUntil: PlainDate | null): Given => ({
    subscription: { state: 'suspended', suspendedUntil },
  });

  it('ends by itself on its day', () => {
    const given = annual(suspended('2026-12-20'));
    expect(later(given, '2026-12-19').subscription.state).toBe('suspended');
    expect(story(given, '2026-12-31')).toEqual(['2026-12-20 resumption']);
    expect(later(given, '2026-12-20').subscription).toMatchObject({ state: 'active', suspendedUntil: null });
  });

  it('without an end lasts, and is renewed meanwhile', () => {
    const given = annual(suspended(null));
    expect(story(given, '2027-06-01')).toEqual(['2027-01-01 renewal']);
    expect(later(given, '2027-06-01').subscription.state).toBe('suspended');
  });

  it('that is still to come begins and ends', () => {
    const suspend = pendingChange('pause', '2026-12-15', { type: 'suspend', until: '2026-12-20' });
    expect(story(annual(pending(suspend)), '2026-12-31')).toEqual(['2026-12-15 pause', '2026-12-20 resumption']);
  });
});

describe('R13: an activation date', () => {
  const waiting = (mode: 'onDate' | 'firstLogon' | 'code', date: PlainDate | null): Given => ({
    subscription: { state: 'pendingActivation', activation: { mode, date } },
  });

  it('activates what waits for it', () => {
    expect(story(annual(waiting('onDate', '2026-12-20')), '2026-12-31')).toEqual(['2026-12-20 activation']);
    expect(later(annual(waiting('onDate', '2026-12-20')), '2026-12-20').subscription.state).toBe('active');
  });

  it.each(['firstLogon', 'code'] as const)('is nothing that %s waits for', (mode) => {
    expect(later(annual(waiting(mode, null)), '2026-12-31').subscription.state).toBe('pendingActivation');
  });
});
