import { describe, expect, it } from 'vitest';
import type { OrderTypeDescription } from '../../domain/order-types/description.ts';
import { type OrderRequest, type OrderType, orderTypes } from '../../domain/order-types.ts';
import { rejections } from '../../domain/rejections.ts';
import { roles } from '../../domain/role.ts';
import { decisionInput, everyRule } from './decision-input.ts';

// One example order of each type; a new type does not compile until it has one.
const examples: { [T in OrderType]: Extract<OrderRequest, { type: T }> } = {
  changeQuantity: decisionInput().order,
};

const descriptions = Object.entries(orderTypes) as [OrderType, OrderTypeDescription][];

describe.each(descriptions)('the order type %s', (type, description) => {
  const order = examples[type];
  const { product } = decisionInput();

  it('is listed under its own name', () => {
    expect(description.type).toBe(type);
  });

  it('may be placed by somebody, and only by roles that exist', () => {
    expect(description.orderableBy).not.toEqual([]);
    expect(roles).toEqual(expect.arrayContaining([...description.orderableBy]));
    expect(new Set(description.orderableBy).size).toBe(description.orderableBy.length);
  });

  it('is judged by rules with names of their own, each with a source and a sentence', () => {
    const names = description.rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { source, sentence } of description.rules) {
      expect(source).toMatch(/^(R\d+|system)$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is judged by the subscription’s state and by whether another order is at work', () => {
    const names = description.rules.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['subscriptionActive', 'oneOrderAtWork']));
  });

  it('leaves it to the policy whether any rule binds but R1 and those of the order’s life', () => {
    for (const { namedInPolicyAs, source } of description.rules) {
      if (namedInPolicyAs === null) expect(source).toMatch(/^(R1|R12|system)$/);
      else expect(Object.keys(everyRule)).toContain(namedInPolicyAs);
    }
  });

  it('asks the vendor for at least one step, none twice, so that orderId:operation is a key', () => {
    const operations = description.steps(order).map(({ operation }) => operation);
    expect(operations).not.toEqual([]);
    expect(new Set(operations).size).toBe(operations.length);
  });

  it.each(['completed', 'failed'] as const)('has words for when it has %s', (outcome) => {
    const facts = { order, product, previousQuantity: 5, effectiveDate: '2026-03-15' as const };
    const { title, text } = description.words[outcome](facts);
    expect(title).toMatch(/^[A-Z]/);
    expect(text).toMatch(/\.$/);
    expect(text).toContain(product.name);
    expect(`${title}${text}`).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('the rejections', () => {
  it.each(Object.entries(rejections))(
    '%s has a title, advice, and a status that says where the fault lies',
    (code, it) => {
      expect(code).toMatch(/^[A-Z][A-Z_]*[A-Z]$/);
      expect(it.title).toMatch(/^[A-Z].*[^.]$/);
      expect(it.advice).toMatch(/^[A-Z].*\.$/);
      expect([409, 422]).toContain(it.status);
    },
  );
});
