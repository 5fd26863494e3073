import { describe, expect, it } from 'vitest';
import { missingPrerequisites } from '../../domain/option-prerequisites.ts';
import { addedOptions, heldOf, optionsAfter, reducedOptions } from '../../domain/options-held.ts';
import { worryFree } from './products/worry-free.ts';

const held = { mobile: 3, encryption: 1 };
const asked = (...quantities: [string, number][]) => quantities.map(([optionId, quantity]) => ({ optionId, quantity }));

describe('options held', () => {
  it('are counted; what is not held has none, whatever it is called', () => {
    expect([heldOf(held, 'mobile'), heldOf(held, 'mobile-plus'), heldOf(held, 'constructor')]).toEqual([3, 0, 0]);
  });

  it.each<{ quantities: [string, number][]; reduced: string[]; added: string[] }>([
    { quantities: [['mobile', 2]], reduced: ['mobile'], added: [] },
    { quantities: [['mobile', 3]], reduced: [], added: [] },
    { quantities: [['mobile', 4]], reduced: [], added: ['mobile'] },
    { quantities: [['mobile-plus', 1]], reduced: [], added: ['mobile-plus'] },
    { quantities: [['mobile-plus', 0]], reduced: [], added: [] },
    {
      quantities: [
        ['mobile', 5],
        ['encryption', 0],
      ],
      reduced: ['encryption'],
      added: ['mobile'],
    },
  ])('asked for as $quantities are reduced: $reduced, added: $added', ({ quantities, reduced, added }) => {
    expect(reducedOptions(asked(...quantities), held)).toEqual(reduced);
    expect(addedOptions(asked(...quantities), held)).toEqual(added);
  });

  it('are afterwards what was asked for, and what was not named, by name', () => {
    const after = optionsAfter(asked(['mobile-plus', 2], ['encryption', 0], ['archive', 1]), { ...held, zoom: 1 });
    expect(Object.entries(after)).toEqual([
      ['archive', 1],
      ['mobile', 3],
      ['mobile-plus', 2],
      ['zoom', 1],
    ]);
  });

  it('of the same are the same to read, in whatever order they came', () => {
    const oneWay = optionsAfter(asked(['b', 1], ['a', 1], ['c', 1]), {});
    const another = optionsAfter(asked(['c', 1], ['a', 1]), { b: 1 });
    expect(JSON.stringify(oneWay)).toBe(JSON.stringify(another));
  });

  it('lack what they require', () => {
    const { product } = worryFree;
    expect(missingPrerequisites(product, { 'mobile-plus': 1 })).toEqual(['mobile-plus requires mobile']);
    expect(missingPrerequisites(product, { 'mobile-plus': 1, mobile: 1 })).toEqual([]);
    expect(missingPrerequisites(product, { unknown: 1 })).toEqual([]);
  });
});
