import { failed, type Rule } from './rule.ts';

/** S4 knows two terms; a product offers one or both. */
export const termOffered: Rule = {
  name: 'termOffered',
  source: 'system',
  sentence: 'The product is sold for the term that the order names.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  part: 'term',
  check({ requested: { term }, product: { terms } }) {
    const inputs = { term: term ?? null, terms };
    return term !== undefined && !terms.includes(term) ? failed('TERM_NOT_OFFERED', inputs) : { inputs };
  },
};
