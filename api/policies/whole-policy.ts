import type { Transaction } from '../../db/client.ts';
import { boundProducts } from '../../db/policy-products.ts';
import { versionsOf } from '../../db/policy-versions.ts';
import type { WholePolicy } from './policy-view.ts';

/** Policies with all their versions and the products that they bind; those that do not exist are left out. */
export async function wholePolicies(transaction: Transaction, ids: readonly string[]): Promise<WholePolicy[]> {
  const versions = await versionsOf(transaction, ids);
  const products = await boundProducts(transaction, ids);
  return ids
    .map((id) => ({
      id,
      versions: versions.filter((version) => version.id === id),
      products: products.filter(({ policyId }) => policyId === id),
    }))
    .filter((policy) => policy.versions.length > 0);
}
