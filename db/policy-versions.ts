import { asc, desc, gt, inArray } from 'drizzle-orm';
import type { PlainDate } from '../domain/plain-date.ts';
import type { Transaction } from './client.ts';
import { policies } from './schema/catalogue.ts';

/** A published version as it is stored. Its rules are not parsed, so that a faulty one can be seen and mended. */
export type PolicyVersionRow = typeof policies.$inferSelect;

/** All versions of these policies, newest first within each; nothing for a policy that does not exist. */
export const versionsOf = (transaction: Transaction, policyIds: readonly string[]): Promise<PolicyVersionRow[]> =>
  transaction
    .select()
    .from(policies)
    .where(inArray(policies.id, [...policyIds]))
    .orderBy(asc(policies.id), desc(policies.version));

/** One page of the ids of policies, in their order. */
export async function policyIds(
  transaction: Transaction,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<string[]> {
  const rows = await transaction
    .selectDistinct({ id: policies.id })
    .from(policies)
    .where(after === undefined ? undefined : gt(policies.id, after))
    .orderBy(asc(policies.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Of the versions of one policy the one in force on a date: as `loadPolicy` chooses. Undefined when none is in force yet. */
export const inForceOn = (
  versions: readonly PolicyVersionRow[],
  policyId: string,
  on: PlainDate,
): PolicyVersionRow | undefined =>
  versions
    .filter(({ id, effectiveFrom }) => id === policyId && effectiveFrom <= on)
    .reduce<PolicyVersionRow | undefined>(
      (latest, version) => (latest === undefined || startsAfter(version, latest) ? version : latest),
      undefined,
    );

const startsAfter = (a: PolicyVersionRow, b: PolicyVersionRow): boolean =>
  a.effectiveFrom === b.effectiveFrom ? a.version > b.version : a.effectiveFrom > b.effectiveFrom;
