import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { decisionInput, everyRule, type Given } from './decision-input.ts';

type Row = { situation: string; given: Given; offered: object | null };

const endpoint = { minimumQuantity: 10, maximumQuantity: 499 };
const rules = everyRule;

const table: Row[] = [
  {
    situation: 'an order that passes needs none',
    given: {},
    offered: null,
  },
  {
    situation: 'of two floors the higher one is offered',
    given: { subscription: { quantity: 25, assignedQuantity: 17 }, sku: endpoint, order: { quantity: 8 } },
    offered: { quantity: 17 },
  },
  {
    situation: 'a total that reads like a number to add is offered for confirmation',
    given: { subscription: { quantity: 20 }, order: { quantity: 1 } },
    offered: { confirmedTotal: 1 },
  },
  {
    situation: 'a floor that no longer reads like a number to add needs no confirmation',
    given: { subscription: { quantity: 25, assignedQuantity: 17 }, order: { quantity: 1 } },
    offered: { quantity: 17 },
  },
  {
    situation: 'a floor that itself reads like a number to add comes with its confirmation',
    given: { subscription: { quantity: 40 }, sku: endpoint, order: { quantity: 1 } },
    offered: { quantity: 10, confirmedTotal: 10 },
  },
  {
    situation: 'a confirmation of another total is corrected together with the total',
    given: { subscription: { quantity: 40 }, sku: endpoint, order: { quantity: 1, confirmedTotal: 1 } },
    offered: { quantity: 10, confirmedTotal: 10 },
  },
  {
    situation: 'a confirmation that is right already is not offered again',
    given: { subscription: { quantity: 40 }, sku: endpoint, order: { quantity: 9, confirmedTotal: 10 } },
    offered: { quantity: 10 },
  },
  {
    situation: 'a stale quantity and a floor are answered together',
    given: {
      subscription: { quantity: 25 },
      sku: endpoint,
      order: { quantity: 9, expectedCurrentQuantity: 24 },
    },
    offered: { expectedCurrentQuantity: 25, quantity: 10 },
  },
  {
    situation: 'an increase beyond the maximum is offered the maximum',
    given: { subscription: { quantity: 25 }, sku: endpoint, order: { quantity: 500 } },
    offered: { quantity: 499 },
  },
  {
    situation: 'a decrease below a floor that the subscription stands on has none',
    given: { subscription: { quantity: 10 }, sku: endpoint, order: { quantity: 9 } },
    offered: null,
  },
  {
    situation: 'more units in use than the maximum allows have none',
    given: { subscription: { quantity: 600, assignedQuantity: 550 }, sku: endpoint, order: { quantity: 520 } },
    offered: null,
  },
  {
    situation: 'a missing address has none, because only the person knows it',
    given: { subscription: { quantity: 25 }, sku: endpoint, order: { quantity: 9, contactEmail: undefined } },
    offered: null,
  },
  {
    situation: 'an order at work has none, because no field of this order would help',
    given: { facts: { orderAtWork: 'order-1' }, order: { expectedCurrentQuantity: 4 } },
    offered: null,
  },
];

describe('the smallest change that makes an order pass', () => {
  it.each(table)('$situation', ({ given, offered }) => {
    expect(decide(decisionInput({ rules: { ...rules, timing: {} }, ...given })).smallestChange).toEqual(offered);
  });
});
