import { describe, expect, it } from 'vitest';
import { changed, changeOf } from '../../../domain/effect.ts';
import { prospectiveSubscription } from '../../../domain/order-types/purchase.ts';
import { descriptionOf, type OrderType } from '../../../domain/order-types.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { VendorStep } from '../../../domain/vendor-action.ts';
import { decisionInput, type Given } from '../decision-input.ts';
import { endpoint } from '../products/endpoint.ts';
import { groupwareAnnual } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';
import { examples } from './examples.ts';

function stepsOf(given: Given, effectiveDate: PlainDate = '2026-03-15'): readonly VendorStep[] {
  const { order, subscription: before, product } = decisionInput({ of: worryFree, ...given });
  const after = changed(before, changeOf(order, { subscription: before, product, effectiveDate }));
  return descriptionOf(order).steps(order, { before, after });
}

describe('what the vendor is asked for, and what undoes it', () => {
  it.each<[OrderType, VendorStep[]]>([
    ['suspend', [{ name: 'suspend', does: { operation: 'suspend' }, undoes: { operation: 'activate' } }]],
    ['activate', [{ name: 'activate', does: { operation: 'activate' }, undoes: { operation: 'suspend' } }]],
    ['cancel', [{ name: 'terminate', does: { operation: 'terminate' }, undoes: null }]],
    ['undoCancel', []],
    [
      'changeRenewal',
      [
        {
          name: 'changeRenewal',
          does: { operation: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'annual' } },
          undoes: { operation: 'changeRenewal', autoRenewal: { enabled: true, frequency: 'annual' } },
        },
      ],
    ],
    [
      'changeExpiration',
      [
        {
          name: 'changeExpiration',
          does: { operation: 'changeExpiration', expirationDate: '2027-06-30' },
          undoes: { operation: 'changeExpiration', expirationDate: '2026-12-31' },
        },
      ],
    ],
    [
      'changeLicenceSettings',
      [
        {
          name: 'changeLicenceSettings',
          does: {
            operation: 'changeLicenceSettings',
            unitsPerLicence: 5,
            expirationNotificationDays: 60,
            managed: true,
          },
          undoes: {
            operation: 'changeLicenceSettings',
            unitsPerLicence: 4,
            expirationNotificationDays: 30,
            managed: false,
          },
        },
      ],
    ],
  ])('%s', (type, expected) => {
    expect(stepsOf({ order: examples[type] as Given['order'] & object })).toEqual(expected);
  });
});

describe('U2: nothing is asked of the vendor that is already so', () => {
  const present = {
    planId: 'standard',
    options: [{ optionId: 'mobile', quantity: 3 }],
    unitsPerLicence: 4,
    expirationDate: '2026-12-31',
    autoRenewal: { enabled: true, frequency: 'annual' },
    expirationNotificationDays: 30,
    managed: false,
  } as const;
  const operations = (order: object) =>
    stepsOf({
      subscription: { options: { mobile: 3 } },
      order: { type: 'changeServicePlan', ...present, ...order } as Given['order'] & object,
    }).map(({ does }) => does.operation);

  it('of S2’s screen, saved as it was', () => {
    expect(operations({})).toEqual([]);
  });

  it.each<{ change: object; operation: string }>([
    { change: { planId: 'advanced' }, operation: 'changePlan' },
    { change: { options: [{ optionId: 'mobile', quantity: 4 }] }, operation: 'changeOptions' },
    { change: { unitsPerLicence: 2 }, operation: 'changeLicenceSettings' },
    { change: { expirationNotificationDays: 7 }, operation: 'changeLicenceSettings' },
    { change: { managed: true }, operation: 'changeLicenceSettings' },
    { change: { autoRenewal: { enabled: false, frequency: 'annual' } }, operation: 'changeRenewal' },
    { change: { autoRenewal: { enabled: true, frequency: 'monthly' } }, operation: 'changeRenewal' },
    { change: { expirationDate: '2027-01-31' }, operation: 'changeExpiration' },
  ])('but what has changed in it: $change', ({ change, operation }) => {
    expect(operations(change)).toEqual([operation]);
  });

  it('of a term that it has', () => {
    expect(stepsOf({ of: groupwareAnnual, order: { type: 'changeTerm', term: 'annual' } })).toEqual([]);
  });
});

describe('R12, R13, R17: the subscription that a purchase is about to make', () => {
  const made = (order: object, of = worryFree, date: PlainDate = '2026-03-15') =>
    prospectiveSubscription(
      { ...examples.purchase, ...order },
      { id: 'new', product: of.product, policy: of.policy, date, partnerId: 'partner-1' },
    );

  it('has nothing yet: no units, no options, not active', () => {
    expect(made({})).toEqual({
      id: 'new',
      accountId: 'acc-1',
      productId: 'worry-free',
      planId: 'standard',
      skuId: 'standard-units',
      quantity: 0,
      assignedQuantity: null,
      options: {},
      term: 'annual',
      servicePeriod: { start: '2026-03-15', end: '2027-03-14' },
      state: 'pendingActivation',
      trial: false,
      autoRenewal: { enabled: true, frequency: 'annual' },
      expirationDate: '2027-03-14',
      expirationNotificationDays: null,
      unitsPerLicence: null,
      managed: false,
      firstOrderDate: '2026-03-15',
      activation: { mode: 'onDate', date: '2026-04-01' },
      suspendedUntil: null,
      partnerId: 'partner-1',
    });
  });

  it('has an expiration and an activation date where there are such', () => {
    expect(made({ productId: 'endpoint', activation: { mode: 'code' } }, endpoint)).toMatchObject({
      expirationDate: null,
      activation: { mode: 'code', date: null },
    });
  });

  it('begins an annual term with the next month where the contract says so, and a monthly one at once', () => {
    expect(made({ term: 'annual' }, groupwareAnnual).servicePeriod).toEqual({ start: '2026-04-01', end: '2027-03-31' });
    expect(made({ term: 'monthly' }, groupwareAnnual).servicePeriod).toEqual({
      start: '2026-03-15',
      end: '2026-03-31',
    });
  });
});
