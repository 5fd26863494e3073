import { inForceOn, type PolicyVersionRow } from '../../db/policy-versions.ts';
import { activationPolicies, type Product, settings, terms } from '../../domain/catalogue.ts';
import { activationModesOf } from '../../domain/rules/purchase-rules.ts';
import { activationModes } from '../../domain/subscription.ts';
import { todayFor } from '../today.ts';
import { z } from '../zod-openapi.ts';
import { planFields, planFieldsOf } from './plan-fields.ts';

export const ProductView = z
  .object({
    id: z.string(),
    name: z.string(),
    vendor: z.string(),
    vendorLeadDays: z.int().openapi({ description: 'Days before a boundary by which the vendor must have been told' }),
    timeZone: z.string().openapi({ description: 'IANA zone in which the dates of the contract are meant' }),
    unit: z.object({ one: z.string(), many: z.string() }),
    terms: z.array(z.enum(terms)),
    activationPolicy: z.enum(activationPolicies),
    activationModes: z.array(z.enum(activationModes)).openapi({ description: 'The ways in which it can be activated' }),
    settings: z.array(z.enum(settings)),
    plans: z.array(z.object(planFields)),
    skus: z.array(
      z.object({
        id: z.string(),
        planId: z.string(),
        name: z.string(),
        minimumQuantity: z.int().nullable(),
        maximumQuantity: z.int().nullable(),
        quantityStep: z.int(),
      }),
    ),
    options: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        planIds: z.array(z.string()).openapi({ description: 'Plans in which it is available' }),
        requires: z.array(z.string()).openapi({ description: 'Options that must be held too' }),
        maximumQuantity: z.int().nullable(),
      }),
    ),
    policy: z.object({
      id: z.string(),
      version: z.int().nullable().openapi({ description: 'In force today; null when none is' }),
    }),
  })
  .openapi('Product');
export type ProductView = z.infer<typeof ProductView>;

/** `versions` are those of at least the product's policy. */
export function productView(product: Product, versions: readonly PolicyVersionRow[], now: Date): ProductView {
  const today = todayFor(product, now);
  const inForce = today === null ? undefined : inForceOn(versions, product.policyId, today);
  return {
    id: product.id,
    name: product.name,
    vendor: product.vendor,
    vendorLeadDays: product.vendorLeadDays,
    timeZone: product.timeZone,
    unit: product.unit,
    terms: [...product.terms],
    activationPolicy: product.activationPolicy,
    activationModes: [...activationModesOf(product.activationPolicy)],
    settings: [...product.settings],
    plans: product.plans.map((plan) => planFieldsOf(plan, today)),
    skus: [...product.skus],
    options: product.options.map((option) => ({
      ...option,
      planIds: [...option.planIds],
      requires: [...option.requires],
    })),
    policy: { id: product.policyId, version: inForce?.version ?? null },
  };
}
