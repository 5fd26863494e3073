import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { OrderType } from '../../../domain/order-types.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { roles } from '../../../domain/role.ts';
import { compositionApproval, endOfLifeLock, trialLock } from '../../../domain/rules/modification-locks.ts';
import { checked, codes, decisionInput, type Given, type GivenOrder, verdict } from '../decision-input.ts';
import { worryFree } from '../products/worry-free.ts';

const licence = { of: worryFree, facts: { role: 'partner' } } as const satisfies Given;

// Which order types modify a licence. A new type does not compile until its cell is filled.
const orders: { [T in OrderType]: { order: GivenOrder & { type: T }; modifies: boolean } } = {
  changeQuantity: { order: { type: 'changeQuantity', quantity: 21 }, modifies: true },
  changeServicePlan: { order: { type: 'changeServicePlan', planId: 'advanced' }, modifies: true },
  changeTerm: { order: { type: 'changeTerm', term: 'monthly' }, modifies: true },
  changeOptions: { order: { type: 'changeOptions', options: [{ optionId: 'mobile', quantity: 1 }] }, modifies: true },
  changeRenewal: {
    order: { type: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'annual' } },
    modifies: true,
  },
  changeExpiration: { order: { type: 'changeExpiration', expirationDate: '2027-01-31' }, modifies: true },
  changeLicenceSettings: { order: { type: 'changeLicenceSettings', managed: true }, modifies: true },
  renew: { order: { type: 'renew' }, modifies: false },
  cancel: { order: { type: 'cancel' }, modifies: false },
  undoCancel: { order: { type: 'undoCancel' }, modifies: false },
  suspend: { order: { type: 'suspend' }, modifies: false },
  activate: { order: { type: 'activate' }, modifies: false },
  purchase: {
    order: {
      type: 'purchase',
      accountId: 'acc-1',
      productId: 'worry-free',
      planId: 'standard',
      quantity: 20,
      term: 'annual',
      activation: { mode: 'firstLogon' },
    },
    modifies: false,
  },
};
const rows = Object.values(orders).map(({ order, modifies }) => ({ order, modifies, type: order.type }));

describe('R8: you cannot modify service plans for trial licenses', () => {
  const trial: Given = { ...licence, subscription: { trial: true } };

  it.each(rows)('$type modifies: $modifies', ({ order, modifies }) => {
    expect(verdict(trialLock, { ...trial, order })).toBe(modifies ? 'TRIAL_LOCKED' : 'passes');
  });

  it.each(roles)('whoever asks: %s', (role) => {
    expect(verdict(trialLock, { ...trial, facts: { role } })).toBe('TRIAL_LOCKED');
  });

  it('a licence that was paid for is not locked', () => {
    expect(verdict(trialLock, licence)).toBe('passes');
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes(trial)).toEqual(['TRIAL_LOCKED']);
    expect(codes({ ...trial, rules: {} })).toEqual([]);
  });
});

describe('R8: you cannot modify plans that have reached End of Life', () => {
  const ending = (endOfLifeDate: PlainDate | null, today: PlainDate): Given => ({
    ...licence,
    plan: { endOfLifeDate },
    today,
  });

  it.each<{ endOfLifeDate: PlainDate | null; today: PlainDate; expected: string }>([
    { endOfLifeDate: '2026-06-30', today: '2026-06-29', expected: 'passes' },
    { endOfLifeDate: '2026-06-30', today: '2026-06-30', expected: 'END_OF_LIFE_LOCKED' },
    { endOfLifeDate: '2026-06-30', today: '2026-07-01', expected: 'END_OF_LIFE_LOCKED' },
    { endOfLifeDate: null, today: '2026-06-30', expected: 'passes' },
  ])('End of Life $endOfLifeDate, on $today: $expected', ({ endOfLifeDate, today, expected }) => {
    expect(verdict(endOfLifeLock, ending(endOfLifeDate, today))).toBe(expected);
  });

  it.each(rows)('$type modifies: $modifies', ({ order, modifies }) => {
    const given = ending('2026-03-01', '2026-03-15');
    expect(verdict(endOfLifeLock, { ...given, order })).toBe(modifies ? 'END_OF_LIFE_LOCKED' : 'passes');
  });

  it('accepts until the day before', () => {
    expect(decide(decisionInput(ending('2026-06-30', '2026-03-15'))).acceptedUntil).toBe('2026-06-29');
  });

  it('End of Sale is no End of Life: what is held may still be modified', () => {
    expect(codes({ ...licence, plan: { endOfSaleDate: '2026-01-01' } })).toEqual([]);
  });

  it('the End of Life of another plan locks nothing', () => {
    const plans = worryFree.product.plans.map((plan) => ({
      ...plan,
      endOfLifeDate: plan.id === 'suite' ? ('2026-01-01' as const) : null,
    }));
    expect(codes({ ...licence, product: { plans } })).toEqual([]);
  });

  it('is judged again when a later change takes effect', () => {
    expect(endOfLifeLock.judged).toBe('alsoAtEffect');
    const given = ending('2026-03-31', '2026-04-01');
    expect(codes({ ...given, moment: 'effect' })).toEqual(['END_OF_LIFE_LOCKED']);
  });

  it('does not bind where the policy does not name it', () => {
    const given = ending('2026-03-01', '2026-03-15');
    expect(codes(given)).toEqual(['END_OF_LIFE_LOCKED']);
    expect(codes({ ...given, rules: {} })).toEqual([]);
  });
});

describe('R9: after a suite composition change nothing is modified until the partner has approved it', () => {
  const changed = (compositionChangedOn: PlainDate | null, today: PlainDate = '2026-03-15'): Given => ({
    ...licence,
    plan: { compositionChangedOn },
    today,
  });

  it.each<{ changedOn: PlainDate | null; today: PlainDate; expected: string }>([
    { changedOn: null, today: '2026-03-15', expected: 'passes' },
    { changedOn: '2026-03-16', today: '2026-03-15', expected: 'passes' },
    { changedOn: '2026-03-15', today: '2026-03-15', expected: 'COMPOSITION_APPROVAL_REQUIRED' },
    { changedOn: '2026-01-01', today: '2026-03-15', expected: 'COMPOSITION_APPROVAL_REQUIRED' },
  ])('changed on $changedOn, ordered on $today: $expected', ({ changedOn, today, expected }) => {
    expect(verdict(compositionApproval, changed(changedOn, today))).toBe(expected);
  });

  it.each(['customer', 'partner', 'operator'] as const)('whoever asks: %s', (role) => {
    expect(verdict(compositionApproval, { ...changed('2026-03-01'), facts: { role } })).toBe(
      'COMPOSITION_APPROVAL_REQUIRED',
    );
  });

  it.each(['cancel', 'suspend', 'activate', 'undoCancel', 'renew'] as const)(
    'does not stop %s, which modifies nothing',
    (type) => {
      expect(verdict(compositionApproval, { ...changed('2026-03-01'), order: { type } })).toBe('passes');
    },
  );

  it('offers no day: when the partner will approve, nobody knows', () => {
    const { failure } = checked(compositionApproval, changed('2026-03-01'));
    expect(failure).toMatchObject({ eligibleFrom: null, eligibleUntil: null, smallestChange: null });
  });

  it('a change of another plan’s composition stops nothing', () => {
    const plans = worryFree.product.plans.map((plan) => ({
      ...plan,
      compositionChangedOn: plan.id === 'suite' ? ('2026-03-01' as const) : null,
    }));
    expect(codes({ ...licence, product: { plans } })).toEqual([]);
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes(changed('2026-03-01'))).toEqual(['COMPOSITION_APPROVAL_REQUIRED']);
    expect(codes({ ...changed('2026-03-01'), rules: {} })).toEqual([]);
  });
});
