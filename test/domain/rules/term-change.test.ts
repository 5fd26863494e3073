import { describe, expect, it } from 'vitest';
import { terms } from '../../../domain/catalogue.ts';
import { termOffered } from '../../../domain/rules/term-change.ts';
import { verdict } from '../decision-input.ts';
import { groupwareMonthly } from '../products/groupware.ts';

describe('the term is one for which the product is sold', () => {
  it.each(terms)('%s', (term) => {
    const given = { of: groupwareMonthly, order: { type: 'changeTerm', term } as const };
    expect(verdict(termOffered, { ...given, product: { terms: [term] } })).toBe('passes');
    const others = terms.filter((one) => one !== term);
    expect(verdict(termOffered, { ...given, product: { terms: others } })).toBe('TERM_NOT_OFFERED');
  });
});
