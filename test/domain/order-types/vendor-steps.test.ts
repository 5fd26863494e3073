import { describe, expect, it } from 'vitest';
import { changed, changeOf } from '../../../domain/effect.ts';
import { prospectiveSubscription } from '../../../domain/order-types/purchase.ts';
import { descriptionOf } from '../../../domain/order-types.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { Subscription } from '../../../domain/subscription.ts';
import { decisionInput, type Given } from '../decision-input.ts';
import { groupwareAnnual } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';
import { examples } from './examples.ts';

function stepsOf(given: Given, effectiveDate: PlainDate = '2026-03-15') {
  const { order, subscription: before, product } = decisionInput({ of: worryFree, ...given });
  const after = changed(before, changeOf(order, { subscription: before, product, effectiveDate }));
  return descriptionOf(order).steps(order, { before, after });
}

const inAdvanced: Partial<Subscription> = { planId: 'advanced', skuId: 'advanced-units', options: { encryption: 1 } };

describe('R1: the vendor is asked for the total, and the undo asks for the total that was before', () => {
  it('of the quantity', () => {
    expect(stepsOf({ order: { quantity: 22 } })).toEqual([
      {
        name: 'changeQuantity',
        does: { operation: 'changeQuantity', quantity: 22 },
        undoes: { operation: 'changeQuantity', quantity: 20 },
      },
    ]);
  });

  it('of each option: what is given up first, then what is added', () => {
    const options = [
      { optionId: 'mobile', quantity: 3 },
      { optionId: 'encryption', quantity: 0 },
    ];
    const changeTo = (optionId: string, quantity: number) => ({
      operation: 'changeOptions',
      options: [{ optionId, quantity }],
    });
    expect(stepsOf({ subscription: inAdvanced, order: { type: 'changeOptions', options } })).toEqual([
      { name: 'giveUpOptions', does: changeTo('encryption', 0), undoes: changeTo('encryption', 1) },
      { name: 'addOptions', does: changeTo('mobile', 3), undoes: changeTo('mobile', 0) },
    ]);
  });
});

describe('R10, R11, R12: S2’s settings together', () => {
  const operations = (given: Given) => stepsOf(given).map(({ does }) => does.operation);

  it('change the plan before the options it brings', () => {
    expect(operations({ order: examples.changeServicePlan })).toEqual([
      'changePlan',
      'changeOptions',
      'changeLicenceSettings',
    ]);
  });

  it('and give up the options that the new plan lacks before it', () => {
    const options = [{ optionId: 'encryption', quantity: 0 }];
    const order = { type: 'changeServicePlan', planId: 'standard', options } as const;
    expect(operations({ subscription: inAdvanced, order })).toEqual(['changeOptions', 'changePlan']);
  });

  it('name no account: the plan is changed in place', () => {
    const steps = stepsOf({ order: { type: 'changeServicePlan', planId: 'advanced' } });
    expect(steps).toEqual([
      {
        name: 'changePlan',
        does: { operation: 'changePlan', planId: 'advanced' },
        undoes: { operation: 'changePlan', planId: 'standard' },
      },
    ]);
  });
});

describe('U2: taking a pending change back asks the vendor for nothing', () => {
  it('because nothing has changed there', () => {
    expect(stepsOf({ order: { quantity: 20 } })).toEqual([]);
    expect(stepsOf({ order: { type: 'undoCancel' } })).toEqual([]);
  });
});

describe('R17: a term is asked for with its service period', () => {
  it('to annual', () => {
    const given: Given = {
      of: groupwareAnnual,
      order: { type: 'changeTerm', term: 'monthly' },
    };
    expect(stepsOf(given, '2027-01-01')).toEqual([
      {
        name: 'changeTerm',
        does: { operation: 'changeTerm', term: 'monthly', servicePeriod: { start: '2027-01-01', end: '2027-01-31' } },
        undoes: { operation: 'changeTerm', term: 'annual', servicePeriod: { start: '2026-01-01', end: '2026-12-31' } },
      },
    ]);
  });

  it('a renewal is one call, with all that the next period begins with', () => {
    expect(stepsOf({ of: groupwareAnnual, order: { type: 'renew' } }, '2027-01-01')).toEqual([
      {
        name: 'renew',
        does: {
          operation: 'renew',
          term: 'annual',
          servicePeriod: { start: '2027-01-01', end: '2027-12-31' },
          planId: 'groupware-standard',
          quantity: 20,
          options: [{ optionId: 'mail', quantity: 10 }],
        },
        undoes: null,
      },
    ]);
  });
});

describe('R13: a purchase is made with its activation', () => {
  it('and undone by ending it', () => {
    const { purchase } = examples;
    const before = prospectiveSubscription(purchase, { ...worryFree, id: 'new', date: '2026-03-15', partnerId: null });
    const { product } = worryFree;
    const after = changed(before, changeOf(purchase, { subscription: before, product, effectiveDate: '2026-03-15' }));
    expect(descriptionOf(purchase).steps(purchase, { before, after })).toMatchObject([
      {
        does: {
          operation: 'create',
          planId: 'standard',
          quantity: 20,
          activation: { mode: 'onDate', date: '2026-04-01' },
        },
        undoes: { operation: 'terminate' },
      },
    ]);
  });
});
