import { z } from 'zod';
import type { PolicyRules } from '../domain/rules/policy-rules.ts';
import { effectTimings } from '../domain/rules/policy-rules.ts';

const Bare = z.record(z.string(), z.never());
const Timing = z.enum(effectTimings).optional();
const Timings = z.strictObject({ increase: Timing, decrease: Timing, termChange: Timing, cancel: Timing }).readonly();

/** A policy's rules as they are stored and published: what is not known is refused, so that a misspelt rule never just does not bind. */
export const PolicyDocument = z.strictObject({
  contactEmailRequired: Bare.optional(),
  acknowledgementGate: z.strictObject({ after: z.enum(['everyOrder', 'cancel']) }).optional(),
  coolingOff: z.strictObject({ days: z.int().min(1).max(366) }).optional(),
  skuQuantityRange: Bare.optional(),
  notBelowAssignedQuantity: Bare.optional(),
  trialLock: Bare.optional(),
  endOfLifeLock: Bare.optional(),
  compositionApproval: Bare.optional(),
  oneSubscriptionPerAccount: Bare.optional(),
  monthlyDecrease: z
    .strictObject({
      notInMonthOf: z
        .array(z.enum(['firstOrder', 'increase']))
        .min(1)
        .readonly(),
    })
    .optional(),
  terminationNeedsPayment: Bare.optional(),
  annualTermFromNextMonth: Bare.optional(),
  renewalWindow: z.strictObject({ closes: z.enum(['atBilling', 'atNextPeriod']) }).optional(),
  timing: z.strictObject({ monthly: Timings.optional(), annual: Timings.optional() }).readonly().optional(),
  boughtThroughPartner: Bare.optional(),
});

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles only while the schema and the domain's type name the same rules with the same parameters. */
type SchemaIsTheType = Same<Flat<z.infer<typeof PolicyDocument>>, Flat<PolicyRules>>;
type Flat<T> = T extends readonly (infer E)[]
  ? readonly Flat<E>[]
  : T extends object
    ? { [K in keyof T]: Flat<T[K]> }
    : T;
true satisfies SchemaIsTheType;
