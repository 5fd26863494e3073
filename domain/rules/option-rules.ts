import { optionOf } from '../catalogue.ts';
import { missingPrerequisites } from '../option-prerequisites.ts';
import { optionsAfter } from '../options-held.ts';
import { failed, type Rule } from './rule.ts';

const common = { namedInPolicyAs: null, part: 'options' } as const;

export const optionsKnown: Rule = {
  ...common,
  name: 'optionsKnown',
  source: 'system',
  sentence: 'The product has the options that the order names.',
  judged: 'onDecisionDate',
  check({ requested: { options = [] }, product }) {
    const unknown = options.map(({ optionId }) => optionId).filter((id) => optionOf(product, id) === undefined);
    return unknown.length > 0 ? failed('OPTION_UNKNOWN', { unknown }) : { inputs: { unknown } };
  },
};

/** R11. What is held already may be kept and given back where it is no longer offered. */
export const optionsAvailable: Rule = {
  ...common,
  name: 'optionsAvailable',
  source: 'R11',
  sentence: 'This option only appears when an add-on is available for the product/service.',
  judged: 'alsoAtEffect',
  check({ requested: { options = [], planId }, product, subscription }) {
    const plan = planId ?? subscription.planId;
    const unavailable = options
      .filter(({ quantity }) => quantity > 0)
      .map(({ optionId }) => optionId)
      .filter((id) => optionOf(product, id)?.planIds.includes(plan) === false);
    const inputs = { planId: plan, unavailable };
    return unavailable.length > 0 ? failed('OPTION_NOT_AVAILABLE', inputs) : { inputs };
  },
};

export const optionPrerequisites: Rule = {
  ...common,
  name: 'optionPrerequisites',
  source: 'system',
  sentence: 'An option is held only together with the options it requires.',
  judged: 'alsoAtEffect',
  check({ requested: { options = [] }, product, subscription }) {
    const missing = missingPrerequisites(product, optionsAfter(options, subscription.options));
    return missing.length > 0 ? failed('OPTION_PREREQUISITE_MISSING', { missing }) : { inputs: { missing } };
  },
};

export const optionQuantityRange: Rule = {
  ...common,
  name: 'optionQuantityRange',
  source: 'system',
  sentence: 'Of an option no more is held than its maximum.',
  judged: 'alsoAtEffect',
  check({ requested: { options = [] }, product }) {
    const above = options.filter(({ optionId, quantity }) => {
      const maximum = optionOf(product, optionId)?.maximumQuantity ?? null;
      return maximum !== null && quantity > maximum;
    });
    const inputs = { aboveMaximum: above.map(({ optionId }) => optionId) };
    return above.length > 0 ? failed('OPTION_ABOVE_MAXIMUM', inputs) : { inputs };
  },
};
