import { describe, expect, it } from 'vitest';
import { somethingChanges } from '../../../domain/rules/something-changes.ts';
import { checked, type Given, type GivenOrder, pendingChange, verdict } from '../decision-input.ts';
import { groupwareAnnual } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';

describe('R1: the new total differs from the present quantity', () => {
  it.each([
    { current: 5, quantity: 4, expected: 'passes' },
    { current: 5, quantity: 5, expected: 'NO_CHANGE' },
    { current: 5, quantity: 6, expected: 'passes' },
    { current: 1, quantity: 1, expected: 'NO_CHANGE' },
  ])('from $current to $quantity: $expected', ({ current, quantity, expected }) => {
    expect(verdict(somethingChanges, { subscription: { quantity: current }, order: { quantity } })).toBe(expected);
  });

  it('is judged by what the subscription has, not by what the order expects it to have', () => {
    expect(verdict(somethingChanges, { order: { quantity: 6, expectedCurrentQuantity: 6 } })).toBe('passes');
  });

  it('offers no other total, because only the person knows which is wanted', () => {
    expect(checked(somethingChanges, { order: { quantity: 5 } })).toEqual({
      inputs: { unchanged: ['quantity'], withdraws: [] },
      failure: { code: 'NO_CHANGE', eligibleFrom: null, eligibleUntil: null, smallestChange: null },
    });
  });

  it('is judged on what there will be on the day for which it is ordered', () => {
    const given = (quantity: number): Given => ({
      order: { quantity, requestedStartDate: '2026-05-01' },
      facts: { pendingChanges: [pendingChange('order-1', '2026-04-01', { quantity: 7 })] },
    });
    expect(verdict(somethingChanges, given(7))).toBe('NO_CHANGE');
    expect(verdict(somethingChanges, given(5))).toBe('passes');
  });
});

describe('R1: of several settings saved together, one that differs is enough', () => {
  it.each<{ what: string; order: Partial<GivenOrder>; expected: string }>([
    { what: 'the same plan', order: { planId: 'standard' } as never, expected: 'NO_CHANGE' },
    { what: 'the same plan, managed', order: { planId: 'standard', managed: true } as never, expected: 'passes' },
    { what: 'the same expiration date', order: { expirationDate: '2026-12-31' } as never, expected: 'NO_CHANGE' },
    {
      what: 'the same renewal',
      order: { autoRenewal: { enabled: true, frequency: 'annual' } } as never,
      expected: 'NO_CHANGE',
    },
    {
      what: 'another frequency',
      order: { autoRenewal: { enabled: true, frequency: 'monthly' } } as never,
      expected: 'passes',
    },
    {
      what: 'no renewal',
      order: { autoRenewal: { enabled: false, frequency: 'annual' } } as never,
      expected: 'passes',
    },
    {
      what: 'an option that is not held, given up',
      order: { options: [{ optionId: 'mobile', quantity: 0 }] } as never,
      expected: 'NO_CHANGE',
    },
    {
      what: 'an option that is not held',
      order: { options: [{ optionId: 'mobile', quantity: 1 }] } as never,
      expected: 'passes',
    },
  ])('$what: $expected', ({ order, expected }) => {
    const given = { of: worryFree, order: { type: 'changeServicePlan', ...order } as GivenOrder };
    expect(verdict(somethingChanges, given)).toBe(expected);
  });

  it('orders that ask for no part are not judged by it', () => {
    expect(verdict(somethingChanges, { order: { type: 'cancel' } })).toBe('passes');
  });
});

describe('U2: asking for the present total takes a pending change of it back', () => {
  const withPending = (order: GivenOrder, pending: GivenOrder, options = { mail: 10 }): Given => ({
    of: groupwareAnnual,
    today: '2026-12-10',
    subscription: { options },
    facts: { pendingChanges: [pendingChange('order-1', '2027-01-01', pending, '2026-12-05')] },
    order,
  });
  const mail = (quantity: number) => ({ optionId: 'mail', quantity });
  const archive = (quantity: number) => ({ optionId: 'archive', quantity });
  const options = (...wanted: { optionId: string; quantity: number }[]): GivenOrder => ({
    type: 'changeOptions',
    options: wanted,
  });

  it.each<{ what: string; order: GivenOrder; pending: GivenOrder; expected: string }>([
    { what: '20 where 18 are pending', order: { quantity: 20 }, pending: { quantity: 18 }, expected: 'passes' },
    {
      what: 'annual where monthly is pending',
      order: { type: 'changeTerm', term: 'annual' },
      pending: { type: 'changeTerm', term: 'monthly' },
      expected: 'passes',
    },
    {
      what: '20 users where an option is pending',
      order: { quantity: 20 },
      pending: options(mail(9)),
      expected: 'NO_CHANGE',
    },
    {
      what: 'the option’s 10 where 9 are pending',
      order: options(mail(10)),
      pending: options(mail(9)),
      expected: 'passes',
    },
    {
      what: 'one option’s 10 where another is pending',
      order: options(mail(10)),
      pending: options(archive(1)),
      expected: 'NO_CHANGE',
    },
    {
      what: 'one of two options that are pending',
      order: options(mail(10)),
      pending: options(mail(9), archive(1)),
      expected: 'NO_CHANGE',
    },
    {
      what: 'both of two options that are pending',
      order: options(mail(10), archive(0)),
      pending: options(mail(9), archive(1)),
      expected: 'passes',
    },
  ])('$what: $expected', ({ order, pending, expected }) => {
    expect(verdict(somethingChanges, withPending(order, pending))).toBe(expected);
  });

  it('and names what it takes back', () => {
    expect(checked(somethingChanges, withPending({ quantity: 20 }, { quantity: 18 })).inputs).toEqual({
      unchanged: ['quantity'],
      withdraws: ['order-1'],
    });
  });
});
