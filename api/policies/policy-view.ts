import type { BoundProduct } from '../../db/policy-products.ts';
import { inForceOn, type PolicyVersionRow } from '../../db/policy-versions.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { Instant, ShownDate } from '../plain-date.ts';
import { todayFor } from '../today.ts';
import { z } from '../zod-openapi.ts';

/** The rules as they are stored; what they mean is in `domain/rules/policy-rules.ts`. */
const Rules = z.record(z.string(), z.unknown());

const summary = {
  id: z.string(),
  latestVersion: z.int().openapi({ description: 'Published last; it may hold from a later day only' }),
  products: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      timeZone: z.string(),
      versionInForce: z.int().nullable().openapi({ description: 'Today, in the time zone of the product' }),
    }),
  ),
};

const publication = {
  version: z.int(),
  effectiveFrom: ShownDate,
  inForce: z.boolean().openapi({ description: 'For at least one product; without products, by the date in UTC' }),
  publishedBy: z.string(),
  publishedAt: Instant,
  reason: z.string(),
};

export const PolicySummary = z.object(summary).openapi('PolicySummary');

export const PolicyView = z
  .object({ ...summary, versions: z.array(z.object(publication)).openapi({ description: 'Newest first' }) })
  .openapi('Policy');

const version = { policyId: z.string(), ...publication, rules: Rules };
export const PolicyVersionView = z.object(version).openapi('PolicyVersion');

const Finding = z
  .object({
    severity: z.enum(['error', 'warning']).openapi({ description: 'Only an error keeps a draft from being published' }),
    code: z.string(),
    path: z.string().openapi({ description: 'The place in the request' }),
    message: z.string(),
  })
  .openapi('PolicyFinding');
export const findings = z.array(Finding);

export const PublishedPolicyView = z
  .object({ ...version, findings: findings.openapi({ description: 'Warnings' }) })
  .openapi('PublishedPolicy');

/** All versions of a policy and the products that it binds. */
export type WholePolicy = { id: string; versions: readonly PolicyVersionRow[]; products: readonly BoundProduct[] };

export const policySummary = ({ id, versions, products }: WholePolicy, now: Date) => ({
  id,
  latestVersion: versions[0]?.version ?? 0,
  products: products.map((product) => ({
    id: product.id,
    name: product.name,
    timeZone: product.timeZone,
    versionInForce: versionOn(versions, id, todayFor(product, now)) ?? null,
  })),
});

export const policyView = (policy: WholePolicy, now: Date) => ({
  ...policySummary(policy, now),
  versions: policy.versions.map((row) => publicationView(row, policy, now)),
});

export const policyVersionView = (row: PolicyVersionRow, policy: WholePolicy, now: Date) => ({
  policyId: row.id,
  ...publicationView(row, policy, now),
  rules: row.rules as Record<string, unknown>,
});

const publicationView = (row: PolicyVersionRow, { id, versions, products }: WholePolicy, now: Date) => ({
  version: row.version,
  effectiveFrom: row.effectiveFrom,
  inForce: (products.length === 0 ? [{ timeZone: 'UTC' }] : products).some(
    (product) => versionOn(versions, id, todayFor(product, now)) === row.version,
  ),
  publishedBy: row.publishedBy,
  publishedAt: row.publishedAt.toISOString(),
  reason: row.reason,
});

const versionOn = (versions: readonly PolicyVersionRow[], id: string, today: PlainDate | null): number | undefined =>
  today === null ? undefined : inForceOn(versions, id, today)?.version;
