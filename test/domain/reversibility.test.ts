import { describe, expect, it } from 'vitest';
import { preview } from '../../domain/preview.ts';
import { purchaseInput } from '../../domain/purchase-input.ts';
import { decisionInput, type Given, pendingChange } from './decision-input.ts';
import { examples } from './order-types/examples.ts';
import { endpoint } from './products/endpoint.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { onPremise, worryFree } from './products/worry-free.ts';

const shown = (given: Given) => preview(decisionInput(given));
const operator = { role: 'operator' } as const;

describe('what the preview of a purchase shows', () => {
  const bought = ({ product, policy }: typeof worryFree, planId: string) => {
    const { facts } = decisionInput();
    const activation = { mode: product.activationPolicy === 'automatic' ? 'firstLogon' : 'code' } as const;
    const order = {
      ...examples.purchase,
      planId,
      options: undefined,
      activation,
      contactEmail: 'hana@hanafoods.example',
    };
    return preview(purchaseInput(order, { id: 'new', product, policy, facts, partnerId: null, today: '2026-03-15' }));
  };

  it('R12, R23: an account made, and a code where the product has one', () => {
    expect(bought(worryFree, 'standard').survival).toMatchObject({ vendorAccount: 'created', activationCode: 'none' });
    expect(bought(onPremise, 'server-standard').survival).toMatchObject({
      vendorAccount: 'created',
      activationCode: 'issued',
    });
  });

  it('the subscription as it will be, and that it cannot be reversed', () => {
    expect(bought(worryFree, 'standard')).toMatchObject({
      after: { id: 'new', quantity: 20, state: 'pendingActivation' },
      reversibility: { by: 'none', from: null, until: null },
    });
  });
});

describe('the preview of an order for a later day', () => {
  it('shows the subscription as it will be then', () => {
    const facts = {
      pendingChanges: [
        pendingChange(
          'mail',
          '2026-04-01',
          { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 5 }] },
          '2026-03-10',
        ),
      ],
    };
    expect(shown({ of: groupwareMonthly, facts, order: { quantity: 18 } }).after).toMatchObject({
      quantity: 18,
      options: { mail: 5 },
      servicePeriod: { start: '2026-04-01', end: '2026-04-30' },
    });
  });

  it('R6: counts the units in use against the total of that day', () => {
    const given: Given = { of: groupwareMonthly, subscription: { assignedQuantity: 19 }, order: { quantity: 18 } };
    expect(shown(given).survival?.unitsWithoutLicence).toBe(1);
    expect(shown({ of: groupwareMonthly, order: { quantity: 18 } }).survival?.unitsWithoutLicence).toBe(0);
    const ended: Given = { of: endpoint, facts: operator, order: { type: 'cancel' } };
    expect(shown(ended).survival?.unitsWithoutLicence).toBe(17);
  });
});

describe('whether an order can be brought back, said in a sentence', () => {
  it.each<{ what: string; given: Given; sentence: string }>([
    {
      what: 'while it is pending',
      given: { of: groupwareMonthly, order: { quantity: 18 } },
      sentence: 'It can be withdrawn until 2026-03-31.',
    },
    {
      what: 'at once',
      given: { of: endpoint, order: { quantity: 30 } },
      sentence: 'It can be reversed by another order at once.',
    },
    {
      what: 'by an order that holds later',
      given: {
        of: groupwareMonthly,
        rules: { timing: { monthly: { increase: 'immediately', decrease: 'nextMonth' } } },
        order: { quantity: 25 },
      },
      sentence: 'It can be reversed by another order, effective 2026-04-01.',
    },
    {
      what: 'from a day on',
      given: { of: groupwareAnnual, order: { quantity: 25 } },
      sentence: 'It can be reversed by another order from 2026-12-01.',
    },
    {
      what: 'not at all',
      given: { of: endpoint, order: { type: 'cancel' } },
      sentence: 'It cannot be reversed.',
    },
  ])('$what', ({ given, sentence }) => {
    expect(shown(given).reversibility?.sentence).toBe(sentence);
  });

  it('not where what was before had no value', () => {
    const given: Given = {
      of: worryFree,
      subscription: { unitsPerLicence: null },
      facts: operator,
      order: { type: 'changeLicenceSettings', unitsPerLicence: 5 },
    };
    expect(shown(given).reversibility).toMatchObject({ by: 'none' });
  });

  it('not where the reversal would be rejected for good', () => {
    const given: Given = {
      of: worryFree,
      plan: { endOfSaleDate: '2026-01-01' },
      facts: operator,
      order: { type: 'changeServicePlan', planId: 'advanced' },
    };
    expect(shown(given)).toMatchObject({ decision: { outcome: 'accepted' }, reversibility: { by: 'none' } });
  });

  it('not where a term would begin anew', () => {
    const given: Given = { of: groupwareAnnual, rules: {}, order: { type: 'changeTerm', term: 'monthly' } };
    expect(shown(given).reversibility).toMatchObject({ by: 'none' });
  });

  it('but where a term would be the same again', () => {
    const given: Given = {
      of: groupwareMonthly,
      today: '2026-03-01',
      rules: {},
      order: { type: 'changeTerm', term: 'annual' },
    };
    expect(shown(given).reversibility).toMatchObject({ by: 'reverse', from: '2026-03-01' });
  });

  it('R11: a change of the expiration date', () => {
    const given: Given = {
      of: worryFree,
      facts: operator,
      order: { type: 'changeExpiration', expirationDate: '2027-01-31' },
    };
    expect(shown(given).reversibility).toMatchObject({ by: 'reverse', from: '2026-03-15' });
  });
});
