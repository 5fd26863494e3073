import type { Product, Term } from './catalogue.ts';
import type { PolicyRules } from './rules/policy-rules.ts';

/** Something about a policy that must be (`error`) or should be (`warning`) mended before it is published; `path` is the place in the document. */
export type PolicyFinding = { severity: 'error' | 'warning'; code: string; path: string; message: string };

/** What is contradictory, missing or without effect in a policy, seen beside the products that it is to bind. */
export function validatePolicy(rules: PolicyRules, products: readonly Product[]): PolicyFinding[] {
  const offers = (term: Term) => products.some(({ terms }) => terms.includes(term));
  return [
    ...(products.length === 0
      ? [warning('NO_PRODUCT', '', 'No product names this policy, so that it binds nothing.')]
      : []),
    ...contradictions(rules),
    ...missing(rules, offers),
    ...withoutEffect(rules, products, offers),
  ];
}

const error = (code: string, path: string, message: string): PolicyFinding => ({
  severity: 'error',
  code,
  path,
  message,
});
const warning = (code: string, path: string, message: string): PolicyFinding => ({
  severity: 'warning',
  code,
  path,
  message,
});

function contradictions({
  renewalWindow,
  timing,
  annualTermFromNextMonth,
  monthlyDecrease,
}: PolicyRules): PolicyFinding[] {
  const atOnce = (['decrease', 'termChange', 'cancel'] as const).filter(
    (change) => renewalWindow !== undefined && (timing?.annual?.[change] ?? 'immediately') !== 'nextPeriod',
  );
  return [
    ...atOnce.map((change) =>
      error(
        'TIMING_CONTRADICTS_WINDOW',
        `timing.annual.${change}`,
        'Where annual terms are reduced in the renewal window only, this holds from the next period: set nextPeriod.',
      ),
    ),
    ...(annualTermFromNextMonth !== undefined && (timing?.monthly?.termChange ?? 'immediately') !== 'nextMonth'
      ? [
          error(
            'TIMING_CONTRADICTS_TERM_START',
            'timing.monthly.termChange',
            'An annual term that starts on the first of the next month cannot be changed to at another time: set nextMonth.',
          ),
        ]
      : []),
    ...(monthlyDecrease !== undefined && monthlyDecrease.notInMonthOf.length === 0
      ? [error('RULE_EMPTY', 'monthlyDecrease.notInMonthOf', 'Name at least one month, or leave the rule out.')]
      : []),
  ];
}

function missing(
  { renewalWindow, annualTermFromNextMonth, coolingOff, acknowledgementGate }: PolicyRules,
  offers: (term: Term) => boolean,
): PolicyFinding[] {
  return [
    ...(annualTermFromNextMonth !== undefined && renewalWindow === undefined
      ? [warning('RULE_MISSING', 'renewalWindow', 'Without it annual terms can be reduced at any time.')]
      : []),
    ...(renewalWindow !== undefined && annualTermFromNextMonth === undefined && offers('annual')
      ? [
          warning(
            'RULE_MISSING',
            'annualTermFromNextMonth',
            'Without it an annual term starts on the day of its order, and its window is no calendar month of its own.',
          ),
        ]
      : []),
    ...(coolingOff !== undefined && acknowledgementGate === undefined
      ? [
          warning(
            'RULE_MISSING',
            'acknowledgementGate',
            'Without it a new order is possible although nobody has seen the cancellation.',
          ),
        ]
      : []),
  ];
}

function withoutEffect(
  rules: PolicyRules,
  products: readonly Product[],
  offers: (term: Term) => boolean,
): PolicyFinding[] {
  if (products.length === 0) return [];
  const ofTerm: Record<Term, readonly (keyof PolicyRules)[]> = {
    monthly: ['monthlyDecrease', 'terminationNeedsPayment'],
    annual: ['renewalWindow', 'annualTermFromNextMonth'],
  };
  const idle = (Object.keys(ofTerm) as Term[]).flatMap((term) => (offers(term) ? [] : ofTerm[term]));
  const unbounded = products.every(({ skus }) =>
    skus.every((sku) => sku.minimumQuantity === null && sku.maximumQuantity === null && sku.quantityStep === 1),
  );
  return [...idle, ...(unbounded ? (['skuQuantityRange'] as const) : [])]
    .filter((rule) => rules[rule] !== undefined)
    .map((rule) => warning('RULE_WITHOUT_EFFECT', rule, 'No product of this policy has what the rule looks at.'));
}
