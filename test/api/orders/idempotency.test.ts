import { describe, expect, it } from 'vitest';
import { requestHash } from '../../../api/orders/idempotency.ts';

const flat = {
  type: 'changeQuantity',
  subscriptionId: 'sub-hana-av',
  quantity: 6,
  expectedCurrentQuantity: 5,
  contactEmail: 'hana@hanafoods.example',
};
const nested = {
  type: 'changeServicePlan',
  options: [{ optionId: 'mail', quantity: 2 }],
  autoRenewal: { enabled: true, frequency: 'annual' },
};

describe('the hash of a request', () => {
  it('is what it has been since the first stored order', () => {
    expect(requestHash(flat)).toBe('bb1d572099f25379a0f4375d4e80d5c30e364681720535269b1f71d823bdfcc0');
  });

  it('does not depend on the order of fields, at any depth', () => {
    const turned = {
      autoRenewal: { frequency: 'annual', enabled: true },
      options: [{ quantity: 2, optionId: 'mail' }],
      type: 'changeServicePlan',
    };
    expect(requestHash(turned)).toBe(requestHash(nested));
    expect(requestHash(Object.fromEntries(Object.entries(flat).reverse()))).toBe(requestHash(flat));
  });

  it.each([
    ['another value within a field', { ...nested, autoRenewal: { enabled: false, frequency: 'annual' } }],
    ['another field within a field', { ...nested, autoRenewal: { enabled: true, term: 'annual' } }],
    ['a list in another order', { ...nested, options: [{ optionId: 'archive', quantity: 1 }, ...nested.options] }],
    ['a number as text', { ...nested, options: [{ optionId: 'mail', quantity: '2' }] }],
    ['an object instead of a list', { ...nested, options: { 0: { optionId: 'mail', quantity: 2 } } }],
    [
      'pairs instead of an object',
      {
        ...nested,
        autoRenewal: [
          ['enabled', true],
          ['frequency', 'annual'],
        ],
      },
    ],
  ])('differs for %s', (_, other) => {
    expect(requestHash(other)).not.toBe(requestHash(nested));
  });
});
