import { describe, expect, it } from 'vitest';
import type { OrderTypeDescription } from '../../../domain/order-types/description.ts';
import { descriptionOf, type OrderType, orderTypes } from '../../../domain/order-types.ts';
import { decisionInput, type Given } from '../decision-input.ts';
import { endpoint } from '../products/endpoint.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import { onPremise, worryFree } from '../products/worry-free.ts';
import { examples } from './examples.ts';

const contactEmail = 'hana@hanafoods.example';

/** What people can do with an order type: action → the order that stands for it. */
function actions(type: OrderType, given: Given = {}): Record<string, object> {
  const { subscription, product, today } = decisionInput({ of: worryFree, ...given });
  const description: OrderTypeDescription = descriptionOf(examples[type]);
  const found = description.examples({ subscription, product, date: today, contactEmail });
  return Object.fromEntries(found.map(({ action, order }) => [action, order]));
}

const ordered = (order: object) => ({ subscriptionId: 'sub-1', contactEmail, ...order });

describe('what can be asked about', () => {
  it.each((Object.keys(orderTypes) as OrderType[]).filter((type) => type !== 'purchase'))(
    '%s: orders of this subscription, with the address',
    (type) => {
      for (const order of Object.values(actions(type)))
        expect(order).toMatchObject({ type, subscriptionId: 'sub-1', contactEmail });
    },
  );

  it.each<[OrderType, string]>([
    ['cancel', 'cancel'],
    ['undoCancel', 'undoCancel'],
    ['suspend', 'suspend'],
    ['activate', 'activate'],
    ['renew', 'renew'],
  ])('%s needs nothing more', (type, action) => {
    expect(actions(type)).toEqual({ [action]: ordered({ type }) });
  });

  it('R1: the quantity by one step up and down, as confirmed totals', () => {
    const total = (quantity: number, expectedCurrentQuantity: number) =>
      ordered({ type: 'changeQuantity', quantity, expectedCurrentQuantity, confirmedTotal: quantity });
    expect(actions('changeQuantity', { of: endpoint })).toEqual({
      increaseQuantity: total(26, 25),
      decreaseQuantity: total(24, 25),
    });
    expect(actions('changeQuantity', { sku: { quantityStep: 5 } })).toEqual({
      increaseQuantity: total(25, 20),
      decreaseQuantity: total(15, 20),
    });
    expect(actions('changeQuantity', { subscription: { skuId: 'unknown' } })).toEqual({
      increaseQuantity: total(21, 20),
      decreaseQuantity: total(19, 20),
    });
  });

  it('R10, R12: every other plan of the product', () => {
    expect(actions('changeServicePlan')).toEqual({
      'changePlanTo:advanced': ordered({ type: 'changeServicePlan', planId: 'advanced' }),
      'changePlanTo:suite': ordered({ type: 'changeServicePlan', planId: 'suite' }),
    });
    expect(actions('changeServicePlan', { of: onPremise })).toEqual({
      changePlan: ordered({ type: 'changeServicePlan', planId: 'server-standard' }),
    });
  });

  it('R16: the other term', () => {
    expect(actions('changeTerm', { of: groupwareMonthly })).toEqual({
      changeToAnnual: ordered({ type: 'changeTerm', term: 'annual' }),
    });
    expect(actions('changeTerm', { of: groupwareAnnual })).toEqual({
      changeToMonthly: ordered({ type: 'changeTerm', term: 'monthly' }),
    });
  });

  it('R11: automatic renewal on or off, at the frequency that it has', () => {
    expect(actions('changeRenewal')).toEqual({
      turnAutoRenewalOff: ordered({ type: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'annual' } }),
    });
    const off = { autoRenewal: { enabled: false, frequency: 'monthly' } } as const;
    expect(actions('changeRenewal', { subscription: off })).toEqual({
      turnAutoRenewalOn: ordered({ type: 'changeRenewal', autoRenewal: { enabled: true, frequency: 'monthly' } }),
    });
  });

  it.each([
    { has: '2026-12-31', wanted: '2027-01-31' },
    { has: '2026-01-31', wanted: '2026-04-15' },
    { has: null, wanted: '2026-04-15' },
  ] as const)('R11: an expiration a month after $has, or after today: $wanted', ({ has, wanted }) => {
    expect(actions('changeExpiration', { subscription: { expirationDate: has } })).toEqual({
      changeExpirationDate: ordered({ type: 'changeExpiration', expirationDate: wanted }),
    });
  });

  it('R11: each setting of the licence, to another value than it has', () => {
    const setting = (order: object) => ordered({ type: 'changeLicenceSettings', ...order });
    expect(actions('changeLicenceSettings')).toEqual({
      changeUnitsPerLicence: setting({ unitsPerLicence: 1 }),
      changeExpirationNotification: setting({ expirationNotificationDays: 14 }),
      changeManaged: setting({ managed: true }),
    });
    const other = { unitsPerLicence: 1, expirationNotificationDays: 14, managed: true };
    expect(actions('changeLicenceSettings', { subscription: other })).toEqual({
      changeUnitsPerLicence: setting({ unitsPerLicence: 2 }),
      changeExpirationNotification: setting({ expirationNotificationDays: 30 }),
      changeManaged: setting({ managed: false }),
    });
  });
});

describe('options that can be asked about', () => {
  const wanted = (given: Given) => {
    const found = actions('changeOptions', given) as Record<
      string,
      { options: { optionId: string; quantity: number }[] }
    >;
    return Object.fromEntries(
      Object.entries(found).map(([action, { options }]) => [
        action,
        options.map(({ optionId, quantity }) => `${optionId} ${quantity}`).join(),
      ]),
    );
  };
  const advanced = (options: Record<string, number>): Given => ({
    subscription: { planId: 'advanced', skuId: 'advanced-units', options },
  });

  it.each<{ what: string; given: Given; expected: Record<string, string> }>([
    { what: 'the first that the plan has', given: {}, expected: { addOption: 'mobile 1' } },
    { what: 'the first of all in a higher plan', given: advanced({}), expected: { addOption: 'encryption 1' } },
    {
      what: 'the next one, when of the first no more can be held',
      given: advanced({ encryption: 1 }),
      expected: { addOption: 'mobile 1', reduceOption: 'encryption 0' },
    },
    {
      what: 'one more of what is held, and one less',
      given: { subscription: { options: { mobile: 3 } } },
      expected: { addOption: 'mobile 4', reduceOption: 'mobile 2' },
    },
    {
      what: 'less of what another one does not require',
      given: advanced({ mobile: 1, 'mobile-plus': 2 }),
      expected: { addOption: 'encryption 1', reduceOption: 'mobile-plus 1' },
    },
    {
      what: 'less of what another one requires, while enough is left',
      given: advanced({ mobile: 2, 'mobile-plus': 2 }),
      expected: { addOption: 'encryption 1', reduceOption: 'mobile 1' },
    },
    {
      what: 'one that is lacking what it requires is not offered',
      given: {
        ...advanced({ encryption: 1 }),
        product: { options: worryFree.product.options.filter(({ id }) => id !== 'mobile') },
      },
      expected: { addOption: 'encryption 2', reduceOption: 'encryption 0' },
    },
    {
      what: 'one that the product does not know, where it has none',
      given: { of: endpoint },
      expected: { addOption: 'none 1' },
    },
  ])('$what', ({ given, expected }) => {
    expect(wanted(given)).toEqual(expected);
  });
});

describe('R13: a purchase that can be asked about', () => {
  it.each([
    { of: worryFree, policy: 'automatic' },
    { of: endpoint, policy: 'saasWithCode' },
    { of: onPremise, policy: 'onPremise' },
  ] as const)('of another of the same, activated as the product is: $policy', ({ of, policy }) => {
    const { accountId, planId, quantity, term } = of.subscription;
    expect(of.product.activationPolicy).toBe(policy);
    expect(actions('purchase', { of })).toEqual({
      purchase: {
        type: 'purchase',
        accountId,
        productId: of.product.id,
        planId,
        quantity,
        term,
        activation: { mode: policy === 'automatic' ? 'firstLogon' : 'code' },
        additional: true,
        contactEmail,
      },
    });
  });
});
