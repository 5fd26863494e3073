import { describe, expect, it } from 'vitest';
import { changed, changeOf } from '../../../domain/effect.ts';
import { descriptionOf, type OrderRequest, type OrderType, orderTypes } from '../../../domain/order-types.ts';
import { partsOf } from '../../../domain/pending/withdrawal.ts';
import type { Subscription } from '../../../domain/subscription.ts';
import { worryFree } from '../products/worry-free.ts';
import { examples } from './examples.ts';

const { product } = worryFree;
const contactEmail = 'hana@hanafoods.example';
const held: Subscription = {
  ...worryFree.subscription,
  planId: 'advanced',
  skuId: 'advanced-units',
  options: { mobile: 2 },
};
const reversal = (order: OrderRequest, before: Partial<Subscription> = {}) =>
  descriptionOf(order).reversedBy({ ...order, contactEmail } as OrderRequest, { ...held, ...before });

describe('the order that brings back what was before', () => {
  it.each<[OrderType, object | undefined]>([
    ['changeQuantity', { type: 'changeQuantity', quantity: 20, expectedCurrentQuantity: 22, confirmedTotal: 20 }],
    ['changeOptions', { type: 'changeOptions', options: [{ optionId: 'mobile', quantity: 2 }] }],
    [
      'changeServicePlan',
      {
        type: 'changeServicePlan',
        planId: 'advanced',
        options: [{ optionId: 'encryption', quantity: 0 }],
        unitsPerLicence: 4,
      },
    ],
    ['changeTerm', { type: 'changeTerm', term: 'annual' }],
    ['changeRenewal', { type: 'changeRenewal', autoRenewal: { enabled: true, frequency: 'annual' } }],
    ['changeExpiration', { type: 'changeExpiration', expirationDate: '2026-12-31' }],
    [
      'changeLicenceSettings',
      { type: 'changeLicenceSettings', unitsPerLicence: 4, expirationNotificationDays: 30, managed: false },
    ],
    ['suspend', { type: 'activate' }],
    ['activate', { type: 'suspend' }],
    ['undoCancel', { type: 'cancel' }],
    ['renew', { type: 'cancel' }],
    ['cancel', undefined],
    ['purchase', undefined],
  ])('of %s: %j', (type, expected) => {
    expect(reversal(examples[type])).toEqual(expected && { ...expected, subscriptionId: 'sub-1', contactEmail });
  });

  it('is none where what was before cannot be asked for: to have no value', () => {
    expect(reversal(examples.changeExpiration, { expirationDate: null })).toBeUndefined();
    expect(reversal(examples.changeLicenceSettings, { unitsPerLicence: null })).toBeUndefined();
    expect(reversal(examples.changeLicenceSettings, { expirationNotificationDays: null })).toBeUndefined();
    expect(reversal(examples.changeServicePlan, { unitsPerLicence: null })).toBeUndefined();
  });

  it('is there although something that is not asked for has no value', () => {
    const managed: OrderRequest = { type: 'changeLicenceSettings', subscriptionId: 'sub-1', managed: true };
    expect(reversal(managed, { unitsPerLicence: null })).toMatchObject({ managed: false });
  });

  const everyPart: OrderRequest = {
    type: 'changeServicePlan',
    subscriptionId: 'sub-1',
    planId: 'suite',
    options: [
      { optionId: 'mobile', quantity: 0 },
      { optionId: 'encryption', quantity: 1 },
    ],
    unitsPerLicence: 2,
    expirationDate: '2026-10-31',
    autoRenewal: { enabled: false, frequency: 'monthly' },
    expirationNotificationDays: 7,
    managed: true,
  };

  it.each([everyPart, ...Object.values(examples).filter(({ type }) => type !== 'purchase')])(
    'leaves every part of $type as it was',
    (order) => {
      const at = (subscription: Subscription) => ({ subscription, product, effectiveDate: '2026-03-15' as const });
      const after = changed(held, changeOf(order, at(held)));
      const back = reversal(order);
      if (back === undefined) return;
      const again = changed(after, changeOf(back, at(after)));
      for (const part of partsOf(descriptionOf(order).requested(order))) expect(again[part]).toEqual(held[part]);
    },
  );

  it('is described for every type', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(orderTypes).sort());
  });
});
