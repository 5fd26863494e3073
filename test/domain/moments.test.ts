import { describe, expect, it } from 'vitest';
import { type OrderType, orderTypes } from '../../domain/order-types.ts';
import { rulesOf } from '../../domain/rules-of-orders.ts';
import { codes, type Given } from './decision-input.ts';
import { endpoint } from './products/endpoint.ts';

describe.each(Object.keys(orderTypes) as OrderType[])('%s is judged', (type) => {
  const names = (moment: 'submission' | 'decisionDate' | 'effect') => rulesOf(type, moment).map(({ name }) => name);
  const judged = (...when: string[]) =>
    rulesOf(type)
      .filter((rule) => when.includes(rule.judged))
      .map(({ name }) => name);

  it('by all its rules when it comes in', () => {
    expect(names('submission')).toEqual(judged('atSubmission', 'onDecisionDate', 'alsoAtEffect'));
  });

  it('on its day by all but those of its coming in', () => {
    expect(names('decisionDate')).toEqual(judged('onDecisionDate', 'alsoAtEffect'));
  });

  it('at its effect by what may still stand in its way', () => {
    expect(names('effect')).toEqual(judged('alsoAtEffect'));
  });
});

describe('R5, R6: the limits of the quantity', () => {
  const below: Given = { of: endpoint, order: { quantity: 9 } };

  it.each(['submission', 'decisionDate', 'effect'] as const)('stand at the %s', (moment) => {
    expect(codes({ ...below, moment })).toEqual(['BELOW_MINIMUM_QUANTITY', 'BELOW_ASSIGNED_QUANTITY']);
  });
});
