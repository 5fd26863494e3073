import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { PlainDate } from '../domain/plain-date.ts';
import type { Policy } from '../domain/policy.ts';
import type { PolicyRules } from '../domain/rules/policy-rules.ts';
import { CatalogueIncomplete } from './catalogue.ts';
import type { Transaction } from './client.ts';
import { PolicyDocument } from './policy-document.ts';
import { policies } from './schema/catalogue.ts';

/** One version of a policy, with who published it, when and why. */
export type PublishedPolicy = Policy & { publishedBy: string; publishedAt: Date; reason: string };

type Row = typeof policies.$inferSelect;

/**
 * The version of a policy in force on a date of the product's business time zone: the one that came into effect last, and of
 * two that did so on one day the one published later. Throws CatalogueIncomplete when there is none or it does not parse.
 */
export async function loadPolicy(transaction: Transaction, policyId: string, on: PlainDate): Promise<Policy> {
  const [row] = await transaction
    .select()
    .from(policies)
    .where(and(eq(policies.id, policyId), lte(policies.effectiveFrom, on)))
    .orderBy(desc(policies.effectiveFrom), desc(policies.version))
    .limit(1);
  if (!row) throw new CatalogueIncomplete(`Policy ${policyId} has no version in force on ${on}`);
  return toPolicy(row);
}

export type PublishOutcome =
  | { outcome: 'published'; policy: PublishedPolicy }
  /** Somebody else has published since; `latestVersion` is 0 where there is no such policy. */
  | { outcome: 'versionConflict'; latestVersion: number };

/**
 * Publishes the version after `expectedVersion`, which must be the latest; 0 founds a new policy. Versions are never changed:
 * what was decided under one can be decided again. `tenant` is the transaction's.
 */
export async function publishPolicy(
  transaction: Transaction,
  draft: {
    tenant: string;
    id: string;
    expectedVersion: number;
    effectiveFrom: PlainDate;
    rules: PolicyRules;
    publishedBy: string;
    publishedAt: Date;
    reason: string;
  },
): Promise<PublishOutcome> {
  const { expectedVersion, ...content } = draft;
  const latestVersion = await latestVersionOf(transaction, draft.id);
  if (latestVersion !== expectedVersion) return { outcome: 'versionConflict', latestVersion };
  const [row] = await transaction
    .insert(policies)
    .values({ ...content, version: expectedVersion + 1 })
    // Of two who publish at once the second waits here for the first, and then finds its version taken.
    .onConflictDoNothing()
    .returning();
  if (!row) return { outcome: 'versionConflict', latestVersion: await latestVersionOf(transaction, draft.id) };
  return { outcome: 'published', policy: published(row) };
}

async function latestVersionOf(transaction: Transaction, policyId: string): Promise<number> {
  const [row] = await transaction
    .select({ version: sql<number | null>`max(${policies.version})` })
    .from(policies)
    .where(eq(policies.id, policyId));
  return row?.version ?? 0;
}

const toPolicy = ({ id, version, effectiveFrom, rules }: Row): Policy => ({
  id,
  version,
  effectiveFrom,
  rules: parsed(rules, `Policy ${id} version ${version}`),
});

const published = (row: Row): PublishedPolicy => ({
  ...toPolicy(row),
  publishedBy: row.publishedBy,
  publishedAt: row.publishedAt,
  reason: row.reason,
});

function parsed(rules: unknown, what: string): PolicyRules {
  const { data, error } = PolicyDocument.safeParse(rules);
  if (error) throw new CatalogueIncomplete(`${what} is faulty: ${error.issues.map(placed).join('; ')}`);
  return data;
}

const placed = ({ path, message }: z.core.$ZodIssue): string => `at ${path.join('.') || 'its root'}: ${message}`;
