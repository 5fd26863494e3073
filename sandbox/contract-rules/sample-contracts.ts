import { PolicyDocument } from '../../db/policy-document.ts';
import type { Product } from '../../domain/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { endpoint } from '../sample/endpoint.ts';
import { groupware } from '../sample/groupware.ts';
import { managedSecurity } from '../sample/managed-security.ts';
import { joined } from '../sample/sample.ts';
import { worryFree } from '../sample/worry-free-catalogue.ts';

/** A sample product with the policy that binds it, as the rules see them. */
export type SampleContract = { product: Product; policy: Policy };

/** The sample catalogue on a day, in its order, each product under its policy's version in force then. */
export function sampleContracts(today: PlainDate): SampleContract[] {
  const { products, plans, skus, options, policies } = joined([managedSecurity, endpoint, worryFree(today), groupware]);
  return products.map(({ unitOne, unitMany, ...row }) => {
    const product: Product = {
      ...row,
      vendorLeadDays: row.vendorLeadDays ?? 0,
      terms: row.terms ?? ['monthly'],
      activationPolicy: row.activationPolicy ?? 'automatic',
      settings: row.settings ?? [],
      unit: { one: unitOne, many: unitMany },
      plans: plans
        .filter(({ productId }) => productId === row.id)
        .map(({ id, name, level, endOfSaleDate = null, endOfLifeDate = null, compositionChangedOn = null }) => ({
          id,
          name,
          level,
          endOfSaleDate,
          endOfLifeDate,
          compositionChangedOn,
        })),
      skus: skus
        .filter(({ productId }) => productId === row.id)
        .map(({ id, planId, name, minimumQuantity = null, maximumQuantity = null, quantityStep = 1 }) => ({
          id,
          planId,
          name,
          minimumQuantity,
          maximumQuantity,
          quantityStep,
        })),
      options: options
        .filter(({ productId }) => productId === row.id)
        .map(({ id, name, planIds, requires = [], maximumQuantity = null }) => ({
          id,
          name,
          planIds,
          requires,
          maximumQuantity,
        })),
    };
    return { product, policy: inForce(policies, product.policyId, today) };
  });
}

function inForce(versions: ReturnType<typeof joined>['policies'], policyId: string, today: PlainDate): Policy {
  const version = versions
    .filter(({ id, effectiveFrom }) => id === policyId && effectiveFrom <= today)
    .sort((a, b) => b.version - a.version)[0];
  if (!version) throw new Error(`The sample catalogue has no policy ${policyId}`);
  return {
    id: version.id,
    version: version.version,
    effectiveFrom: version.effectiveFrom,
    rules: PolicyDocument.parse(version.rules),
  };
}
