import { describe, expect, it } from 'vitest';
import { changed, changeOf } from '../../domain/effect.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { decisionInput, type Given } from './decision-input.ts';
import { examples } from './order-types/examples.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { worryFree } from './products/worry-free.ts';

/** What an order changes of a subscription, and nothing else. */
function difference(given: Given, effectiveDate: PlainDate = '2026-03-15'): Partial<Subscription> {
  const { order, subscription, product } = decisionInput({ of: worryFree, ...given });
  const after = changed(subscription, changeOf(order, { subscription, product, effectiveDate }));
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(subscription[field as keyof Subscription]),
    ),
  );
}

describe('an order that takes effect changes', () => {
  it.each<{ given: Given; on?: PlainDate; expected: Partial<Subscription> }>([
    { given: { order: { quantity: 22 } }, expected: { quantity: 22 } },
    { given: { order: { quantity: 20 } }, expected: {} },
    {
      given: { order: { type: 'changeServicePlan', planId: 'advanced' } },
      expected: { planId: 'advanced', skuId: 'advanced-units' },
    },
    {
      given: { order: { type: 'changeServicePlan', planId: 'unknown' } },
      expected: { planId: 'unknown' },
    },
    {
      given: { order: { type: 'changeServicePlan', unitsPerLicence: 2, managed: true, expirationNotificationDays: 7 } },
      expected: { unitsPerLicence: 2, managed: true, expirationNotificationDays: 7 },
    },
    {
      given: { order: { type: 'changeLicenceSettings', managed: true } },
      expected: { managed: true },
    },
    {
      given: { order: { type: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'monthly' } } },
      expected: { autoRenewal: { enabled: false, frequency: 'monthly' } },
    },
    {
      given: { order: { type: 'changeExpiration', expirationDate: '2026-10-31' } },
      expected: { expirationDate: '2026-10-31', servicePeriod: { start: '2026-01-01', end: '2026-10-31' } },
    },
    { given: { order: { type: 'cancel' } }, expected: { state: 'terminated' } },
    {
      given: {
        subscription: { state: 'suspended', suspendedUntil: '2026-04-10' },
        order: { type: 'cancel' },
      },
      expected: { state: 'terminated', suspendedUntil: null },
    },
    { given: { order: { type: 'undoCancel' } }, expected: {} },
    { given: { order: { type: 'suspend' } }, expected: { state: 'suspended' } },
    {
      given: { order: { type: 'suspend', until: '2026-04-10' } },
      expected: { state: 'suspended', suspendedUntil: '2026-04-10' },
    },
    {
      given: { subscription: { state: 'suspended', suspendedUntil: '2026-04-10' }, order: { type: 'activate' } },
      expected: { state: 'active', suspendedUntil: null },
    },
  ])('$given.order: $expected', ({ given, on, expected }) => {
    expect(difference(given, on)).toEqual(expected);
  });
});

describe('options after an order', () => {
  const options = (...quantities: [string, number][]): Given => ({
    subscription: { options: { mobile: 3, encryption: 1 } },
    order: {
      type: 'changeOptions',
      options: quantities.map(([optionId, quantity]) => ({ optionId, quantity })),
    },
  });

  it.each<{ given: Given; expected: Partial<Subscription> }>([
    { given: options(['mobile', 5]), expected: { options: { encryption: 1, mobile: 5 } } },
    { given: options(['encryption', 0]), expected: { options: { mobile: 3 } } },
    { given: options(['mobile-plus', 2]), expected: { options: { encryption: 1, mobile: 3, 'mobile-plus': 2 } } },
  ])('those not named stay, and nothing is held with 0: $expected', ({ given, expected }) => {
    expect(difference(given)).toEqual(expected);
  });
});

describe('R16, R17: a change of term', () => {
  it('begins a service period of the new term on its day, and is renewed for it', () => {
    expect(difference({ of: groupwareMonthly, order: { type: 'changeTerm', term: 'annual' } }, '2026-04-01')).toEqual({
      term: 'annual',
      servicePeriod: { start: '2026-04-01', end: '2027-03-31' },
      autoRenewal: { enabled: true, frequency: 'annual' },
    });
  });

  it('does not turn the renewal on', () => {
    const subscription = { autoRenewal: { enabled: false, frequency: 'annual' } } as const;
    expect(
      difference({ of: groupwareAnnual, subscription, order: { type: 'changeTerm', term: 'monthly' } }, '2027-01-01')
        .autoRenewal,
    ).toEqual({ enabled: false, frequency: 'monthly' });
  });

  it('R11: takes the expiration date along, where there is one', () => {
    const order = { type: 'changeTerm', term: 'monthly' } as const;
    expect(difference({ order }, '2026-04-01').expirationDate).toBe('2026-04-30');
    expect(difference({ of: groupwareAnnual, order }, '2027-01-01')).not.toHaveProperty('expirationDate');
  });
});

describe('a renewal', () => {
  const renewed = (given: Given, on: PlainDate) => difference({ order: { type: 'renew' }, ...given }, on);

  it('begins the next period where the last one ended', () => {
    expect(renewed({ of: groupwareAnnual }, '2027-01-01')).toEqual({
      servicePeriod: { start: '2027-01-01', end: '2027-12-31' },
    });
  });

  it('is for the term that the renewal names', () => {
    const subscription = { autoRenewal: { enabled: true, frequency: 'monthly' } } as const;
    expect(renewed({ of: groupwareAnnual, subscription }, '2027-01-01')).toEqual({
      term: 'monthly',
      servicePeriod: { start: '2027-01-01', end: '2027-01-31' },
    });
  });

  it('R11: takes the expiration date along', () => {
    expect(renewed({}, '2027-01-01').expirationDate).toBe('2027-12-31');
  });

  it('is none of what has been renewed by then', () => {
    expect(renewed({ of: groupwareAnnual }, '2026-12-31')).toEqual({});
    const subscription = { servicePeriod: { start: '2027-01-01', end: '2027-12-31' } } as const;
    expect(renewed({ of: groupwareAnnual, subscription }, '2027-01-01')).toEqual({});
  });
});

describe('R17: a purchase', () => {
  it('keeps the service period and the renewal that were made for it', () => {
    const subscription = {
      state: 'pendingActivation',
      quantity: 0,
      servicePeriod: { start: '2026-04-01', end: '2027-03-31' },
      expirationDate: '2027-03-31',
    } as const;
    expect(difference({ subscription, order: examples.purchase })).toEqual({ quantity: 20, options: { mobile: 3 } });
  });
});
