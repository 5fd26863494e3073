import type { z as Zod } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { PolicyDocument } from '../../db/policy-document.ts';
import { productsOfPolicy } from '../../db/policy-products.ts';
import { versionsOf } from '../../db/policy-versions.ts';
import type { Product } from '../../domain/catalogue.ts';
import { later, type PlainDate } from '../../domain/plain-date.ts';
import { type PolicyFinding, validatePolicy } from '../../domain/policy-validation.ts';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import { todayFor } from '../today.ts';

/** What is known of a draft; `path` of a finding is the place in the request. */
export type DraftReport = {
  /** Undefined when the document itself does not have the form of a policy. */
  rules: PolicyRules | undefined;
  findings: PolicyFinding[];
  /** 0 where nothing of the policy has been published. */
  latestVersion: number;
  /** The first day from which the next version may hold: nothing that has been decided may change, nor may versions overtake each other. */
  earliestEffectiveFrom: PlainDate;
};

/** Findings beyond these would only repeat themselves. */
const MOST_FINDINGS = 100;

/** Looks at a draft beside the products that it is to bind; stores nothing. */
export async function examine(
  transaction: Transaction,
  policyId: string,
  draft: { rules: Record<string, unknown>; effectiveFrom?: PlainDate | undefined },
  now: Date,
): Promise<DraftReport> {
  const versions = await versionsOf(transaction, [policyId]);
  const products = await productsOfPolicy(transaction, policyId);
  const earliestEffectiveFrom = [...todays(products, now), ...versions.map((each) => each.effectiveFrom)].reduce(later);
  const { data, error } = PolicyDocument.safeParse(draft.rules);
  const ofRules = data ? validatePolicy(data, products) : (error?.issues.flatMap(findingsOf) ?? []);
  return {
    rules: data,
    findings: [
      ...ofRules.slice(0, MOST_FINDINGS).map((finding) => ({ ...finding, path: inRequest(finding.path) })),
      ...tooEarly(draft.effectiveFrom, earliestEffectiveFrom),
    ],
    latestVersion: versions[0]?.version ?? 0,
    earliestEffectiveFrom,
  };
}

export const hasErrors = ({ findings }: Pick<DraftReport, 'findings'>): boolean =>
  findings.some(({ severity }) => severity === 'error');

/** Today wherever the policy holds; the day of the installation's clock where it holds nowhere yet. */
const todays = (products: readonly Product[], now: Date): PlainDate[] => {
  const known = products.flatMap((product) => todayFor(product, now) ?? []);
  return known.length > 0 ? known : [now.toISOString().slice(0, 10) as PlainDate];
};

function tooEarly(effectiveFrom: PlainDate | undefined, earliest: PlainDate): PolicyFinding[] {
  if (effectiveFrom === undefined || effectiveFrom >= earliest) return [];
  const message = `A version holds from today or later, and not before those published already: from ${earliest} on.`;
  return [{ severity: 'error', code: 'EFFECTIVE_FROM_TOO_EARLY', path: 'effectiveFrom', message }];
}

const inRequest = (path: string): string => (path === '' ? 'rules' : `rules.${path}`);

function findingsOf(issue: Zod.core.$ZodIssue): PolicyFinding[] {
  const place = issue.path.map(String);
  const finding = (code: string, path: readonly string[], message: string): PolicyFinding => ({
    severity: 'error',
    code,
    path: path.join('.'),
    message,
  });
  if (issue.code !== 'unrecognized_keys') return [finding('PARAMETER_INVALID', place, issue.message)];
  return issue.keys.map((key) =>
    place.length === 0
      ? finding('RULE_UNKNOWN', [key], 'There is no rule of this name.')
      : finding('PARAMETER_UNKNOWN', [...place, key], 'The rule has no parameter of this name.'),
  );
}
