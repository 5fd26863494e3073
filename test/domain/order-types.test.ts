import { describe, expect, it } from 'vitest';
import { planOf } from '../../domain/catalogue.ts';
import { changed, changeOf } from '../../domain/effect.ts';
import type { OrderTypeDescription } from '../../domain/order-types/description.ts';
import { prospectiveSubscription } from '../../domain/order-types/purchase.ts';
import { descriptionOf, type OrderType, orderTypes } from '../../domain/order-types.ts';
import { partsOf } from '../../domain/pending/withdrawal.ts';
import { rejections } from '../../domain/rejections.ts';
import { roles } from '../../domain/role.ts';
import { rulesOf } from '../../domain/rules-of-orders.ts';
import { subscriptionStates } from '../../domain/subscription.ts';
import { everyRule } from './decision-input.ts';
import { examples } from './order-types/examples.ts';
import { worryFree } from './products/worry-free.ts';

const { product, subscription } = worryFree;
const descriptions = Object.entries(orderTypes) as unknown as [OrderType, OrderTypeDescription][];
const effectiveDate = '2026-03-15';

describe.each(descriptions)('the order type %s', (type, description) => {
  const order = examples[type];
  const before =
    order.type === 'purchase'
      ? prospectiveSubscription(order, { ...worryFree, id: 'new', date: effectiveDate, partnerId: null })
      : subscription;
  const after = changed(before, changeOf(order, { subscription: before, product, effectiveDate }));

  it('is listed under its own name', () => {
    expect(description.type).toBe(type);
    expect(descriptionOf(order)).toBe(description);
  });

  it('may be placed by somebody, and only by roles that exist', () => {
    expect(description.orderableBy).not.toEqual([]);
    expect(roles).toEqual(expect.arrayContaining([...description.orderableBy]));
    expect(new Set(description.orderableBy).size).toBe(description.orderableBy.length);
  });

  it('may be ordered from some state, and only from states that exist', () => {
    expect(description.from).not.toEqual([]);
    expect(subscriptionStates).toEqual(expect.arrayContaining([...description.from]));
  });

  it('is judged by rules with names of their own, each with a source and a sentence', () => {
    const rules = rulesOf(type);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { source, sentence } of rules) {
      expect(source).toMatch(/^(R\d+|system)$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is judged by the subscription’s state, by who orders it and by whether another order is at work', () => {
    const names = rulesOf(type).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['roleMayOrder', 'subscriptionState', 'oneOrderAtWork']));
  });

  it('is judged only by rules whose policy entry exists', () => {
    for (const { namedInPolicyAs } of rulesOf(type)) {
      if (namedInPolicyAs !== null) expect(Object.keys(everyRule)).toContain(namedInPolicyAs);
    }
  });

  it('changes every part that it asks for', () => {
    const requested = description.requested(order);
    for (const part of partsOf(requested)) {
      if (part === 'options') expect(after.options).toMatchObject(Object.fromEntries(optionPairs(requested.options)));
      else expect(after[part]).toEqual(requested[part]);
    }
  });

  it('asks the vendor for steps with names of their own, so that orderId:name is a key', () => {
    const names = description.steps(order, { before, after }).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    if (type !== 'undoCancel') expect(names).not.toEqual([]);
  });

  it('has examples of its own type, each with a name', () => {
    const given = { subscription, product, date: effectiveDate, contactEmail: 'hana@hanafoods.example' } as const;
    const found = description.examples(given);
    expect(found).not.toEqual([]);
    for (const example of found) {
      expect(example.order.type).toBe(type);
      expect(example.action).toMatch(/^[a-z][A-Za-z]+(:\S+)?$/);
    }
  });

  it.each(['ordered', 'completed', 'failed'] as const)('has words for when it is %s', (moment) => {
    const said = description.words[moment]({ order, product, before, effectiveDate });
    const text = typeof said === 'string' ? said : `${said.title}. ${said.text}`;
    expect(text).toMatch(/^[A-Z]/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\d ?: ?\{/);
    if (typeof said !== 'string') expect(said.text).toMatch(/\.$/);
  });
});

const optionPairs = (options: readonly { optionId: string; quantity: number }[] = []) =>
  options.map(({ optionId, quantity }) => [optionId, quantity] as const);

describe('words', () => {
  const ordered = (type: OrderType): string =>
    descriptionOf(examples[type]).words.ordered({ order: examples[type], product });

  it.each<[OrderType, string]>([
    ['changeQuantity', 'Change the quantity to 22 units in total'],
    ['suspend', 'Suspend Worry-Free Business Security Services until 2026-04-10'],
    ['changeTerm', 'Change to monthly service'],
    ['changeServicePlan', 'Change the service plan: plan Advanced, Encryption: 1, 5 units per licence'],
    ['changeRenewal', 'Change the renewal: not renewed'],
    [
      'changeLicenceSettings',
      'Change the licence settings: 5 units per licence, notified 60 days before expiration, managed remotely',
    ],
    [
      'purchase',
      'Buy Worry-Free Business Security Services: 20 units in total, plan Standard, Mobile: 3, annual service',
    ],
  ])('of %s: %s', (type, expected) => {
    expect(ordered(type)).toBe(expected);
  });

  it('speak of plans and options by their names', () => {
    expect(planOf(product, 'advanced')?.name).toBe('Advanced');
    expect(ordered('changeServicePlan')).not.toMatch(/encryption|advanced/);
  });
});

describe('the rejections', () => {
  it.each(Object.entries(rejections))(
    '%s has a title, advice, and a status that says where the fault lies',
    (code, it) => {
      expect(code).toMatch(/^[A-Z][A-Z_]*[A-Z]$/);
      expect(it.title).toMatch(/^[A-Z].*[^.]$/);
      expect(it.advice).toMatch(/^[A-Z].*\.$/);
      expect([403, 409, 422]).toContain(it.status);
    },
  );

  it('409 is what would be right after something else is settled', () => {
    const conflicts = Object.entries(rejections).filter(([, { status }]) => status === 409);
    expect(conflicts.map(([code]) => code).sort()).toEqual([
      'ORDER_IN_PROGRESS',
      'STALE_QUANTITY',
      'SUPERSEDE_REQUIRED',
      'UNACKNOWLEDGED_ORDER',
    ]);
  });
});
