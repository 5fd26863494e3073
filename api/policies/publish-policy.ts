import { asTenant } from '../../db/client.ts';
import { publishPolicy as publish } from '../../db/policies.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { type DraftReport, examine, hasErrors } from './draft.ts';
import { policyVersionView } from './policy-view.ts';
import { wholePolicies } from './whole-policy.ts';

/**
 * Publishes the next version of a policy, or with `expectedVersion` 0 the first of a new one. What is in force stays so in
 * every failure. Throws POLICY_NOT_FOUND, POLICY_VERSION_CONFLICT, POLICY_NOT_VALID.
 */
export function publishPolicy(
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
  { tenant, subject }: Actor,
  id: string,
  draft: { rules: Record<string, unknown>; effectiveFrom: PlainDate; expectedVersion: number; reason: string },
): Promise<Answer> {
  const { effectiveFrom, expectedVersion, reason } = draft;
  return asTenant(database, 'changeover_api', tenant, async (transaction) => {
    const at = now();
    const report = await examine(transaction, id, draft, at);
    if (report.latestVersion === 0 && expectedVersion > 0) throw new Problem('POLICY_NOT_FOUND');
    if (report.latestVersion !== expectedVersion) throw conflict(report.latestVersion);
    const rules = validRules(report);
    const published = await publish(transaction, {
      ...{ tenant, id, expectedVersion, effectiveFrom, rules, reason },
      publishedBy: subject,
      publishedAt: at,
    });
    if (published.outcome === 'versionConflict') throw conflict(published.latestVersion);
    const [policy] = await wholePolicies(transaction, [id]);
    const row = policy?.versions.find(({ version }) => version === published.policy.version);
    if (!policy || !row) throw new Error(`Version ${published.policy.version} of policy ${id} is not there`);
    return {
      status: 201,
      body: { ...policyVersionView(row, policy, at), findings: report.findings },
      headers: { Location: `/v1/policies/${id}/versions/${row.version}` },
    };
  });
}

/** The rules of a draft without errors. Throws POLICY_NOT_VALID. */
export function validRules(report: DraftReport) {
  const { rules, findings, earliestEffectiveFrom } = report;
  if (rules === undefined || hasErrors(report)) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const detail = errors.map(({ path, message }) => `${path}: ${message}`).join(' ');
    throw new Problem('POLICY_NOT_VALID', { detail, findings, earliestEffectiveFrom });
  }
  return rules;
}

const conflict = (latestVersion: number) =>
  new Problem('POLICY_VERSION_CONFLICT', { detail: `The latest version is ${latestVersion}`, latestVersion });
