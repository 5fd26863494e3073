import type { Decision } from '../../domain/decide.ts';
import { type OrderType, orderTypes } from '../../domain/order-types.ts';
import type { PendingOutcome } from '../../domain/pending/pending-effects.ts';
import { orNull } from '../or-null.ts';
import { ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';
import { OrderBody, sendable } from './order-body.ts';

export const OrderTypeName = z.enum(Object.keys(orderTypes) as OrderType[]).openapi('OrderType');

const Inputs = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]));
const Patch = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullable();

export const RejectionView = z
  .object({
    code: z.string(),
    rule: z.string(),
    source: z.string(),
    sentence: z.string(),
    inputs: Inputs,
    eligibleFrom: ShownDate.nullable(),
    eligibleUntil: ShownDate.nullable(),
    smallestChange: Patch,
  })
  .openapi('Rejection');

const outcomes = {
  keep: 'keep',
  merge: 'merge',
  rebase: 'rebase',
  withdraw: 'withdraw',
  supersede: 'supersede',
  reject: 'reject',
  restore: 'restore',
} as const satisfies { [O in PendingOutcome]: O };

export const PendingEffectView = z
  .object({
    orderId: z.string(),
    type: OrderTypeName,
    effectiveDate: ShownDate,
    outcome: z.enum(outcomes).openapi({ description: 'What the order does to the pending change' }),
  })
  .openapi('PendingEffect');

export const SuggestedOrderView = orNull(OrderBody).openapi({
  description: 'An order that can be sent as it is, with a new Idempotency-Key, and will be accepted',
});

export const DecisionView = z
  .object({
    outcome: z.enum(['accepted', 'rejected']),
    policy: z.object({ id: z.string(), version: z.int() }),
    decisionDate: ShownDate,
    effectiveDate: ShownDate.nullable(),
    acceptedUntil: ShownDate.nullable().openapi({ description: 'The last day on which it would be accepted too' }),
    rejections: z.array(RejectionView),
    smallestChange: Patch.openapi({ description: 'The smallest change of the order that passes every rule' }),
    suggestedOrder: SuggestedOrderView,
    pendingChanges: z.array(PendingEffectView),
    trace: z.array(
      z.object({
        rule: z.string(),
        source: z.string(),
        sentence: z.string(),
        verdict: z.enum(['passed', 'failed']),
        inputs: Inputs,
      }),
    ),
  })
  .openapi('Decision');

/** A decision as it is answered. */
export const decisionView = <D extends Pick<Decision, 'suggestedOrder'>>(decision: D) => ({
  ...decision,
  suggestedOrder: sendable(decision.suggestedOrder),
});

export const PendingChangeView = z
  .object({
    orderId: z.string(),
    type: OrderTypeName,
    effectiveDate: ShownDate,
    words: z.string().openapi({ description: 'What was ordered, for people' }),
  })
  .openapi('PendingChange');
