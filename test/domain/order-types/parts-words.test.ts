import { describe, expect, it } from 'vitest';
import { describeParts } from '../../../domain/order-types/parts-words.ts';
import { descriptionOf, type OrderType } from '../../../domain/order-types.ts';
import type { RequestedChange } from '../../../domain/requested-change.ts';
import { worryFree } from '../products/worry-free.ts';
import { examples } from './examples.ts';

const { product, subscription } = worryFree;

describe('the parts of a change, as a person reads them', () => {
  it.each<{ parts: RequestedChange; words: string }>([
    { parts: {}, words: '' },
    { parts: { quantity: 22 }, words: '22 units in total' },
    { parts: { quantity: 1 }, words: '1 unit in total' },
    { parts: { planId: 'advanced' }, words: 'plan Advanced' },
    { parts: { planId: 'gold' }, words: 'plan gold' },
    {
      parts: {
        options: [
          { optionId: 'mobile', quantity: 3 },
          { optionId: 'unknown', quantity: 0 },
        ],
      },
      words: 'Mobile: 3, unknown: 0',
    },
    { parts: { term: 'annual' }, words: 'annual service' },
    { parts: { unitsPerLicence: 5 }, words: '5 units per licence' },
    { parts: { expirationDate: '2027-06-30' }, words: 'expires 2027-06-30' },
    {
      parts: { autoRenewal: { enabled: true, frequency: 'annual' } },
      words: 'renewed automatically, each year',
    },
    {
      parts: { autoRenewal: { enabled: true, frequency: 'monthly' } },
      words: 'renewed automatically, each month',
    },
    { parts: { autoRenewal: { enabled: false, frequency: 'annual' } }, words: 'not renewed' },
    { parts: { expirationNotificationDays: 60 }, words: 'notified 60 days before expiration' },
    { parts: { managed: true }, words: 'managed remotely' },
    { parts: { managed: false }, words: 'not managed remotely' },
    { parts: { planId: 'suite', managed: true }, words: 'plan Suite, managed remotely' },
  ])('$words', ({ parts, words }) => {
    expect(describeParts(parts, product)).toBe(words);
  });
});

describe('a notice', () => {
  const facts = (type: OrderType) =>
    ({ order: examples[type], product, before: subscription, effectiveDate: '2026-03-15' }) as const;
  const completed = (type: OrderType) => descriptionOf(examples[type]).words.completed(facts(type));
  const failed = (type: OrderType) => descriptionOf(examples[type]).words.failed(facts(type));

  it.each<[OrderType, RegExp]>([
    ['changeServicePlan', /effective 2026-03-15: plan Advanced, Encryption: 1, 5 units per licence/],
    ['changeOptions', /effective 2026-03-15: Mobile: 3/],
    ['changeExpiration', /effective 2026-03-15: expires 2027-06-30/],
    ['changeLicenceSettings', /effective 2026-03-15: .*notified 60 days before expiration, managed remotely/],
    ['changeRenewal', /effective 2026-03-15: not renewed/],
    ['changeTerm', /monthly service, effective 2026-03-15/],
    ['suspend', /from 2026-03-15 until 2026-04-10/],
    ['activate', /from 2026-03-15/],
    ['cancel', /effective 2026-03-15/],
    ['renew', /from 2026-03-15/],
    ['purchase', /from 2026-03-15: 20 units in total, plan Standard/],
  ])('of a completed %s says what holds from when', (type, words) => {
    const { title, text } = completed(type);
    expect(text).toMatch(words);
    expect(text).toContain(product.name);
    expect(title).not.toMatch(/ not /);
  });

  it.each(Object.keys(examples) as OrderType[])('of a failed %s says that it was not done', (type) => {
    const { title, text } = failed(type);
    expect(title).toMatch(/ not /);
    expect(text).toContain(product.name);
    expect(text).toMatch(/could not be/);
  });

  it('R24: of a suspension without an end says how it ends', () => {
    const order = { type: 'suspend', subscriptionId: 'sub-1' } as const;
    const words = descriptionOf(order).words;
    expect(words.ordered({ order, product })).toMatch(/until it is activated$/);
    expect(words.completed({ ...facts('suspend'), order }).text).toMatch(/until it is activated\.$/);
  });
});
