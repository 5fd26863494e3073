import { OrderBody } from '../orders/order-body.ts';
import { GivenDate, GivenMonth } from '../plain-date.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';

const MOST_STEPS = 100;

const FactBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('billing'), month: GivenMonth, billed: z.boolean(), paid: z.boolean() }),
    z.strictObject({ kind: z.literal('activated') }),
    z.strictObject({ kind: z.literal('expired') }),
    z.strictObject({ kind: z.literal('assignedQuantity'), quantity: z.int().min(0).max(1_000_000) }),
    z.strictObject({
      kind: z.literal('planLifecycle'),
      planId: Id,
      endOfSaleDate: GivenDate.nullable(),
      endOfLifeDate: GivenDate.nullable(),
    }),
    z.strictObject({ kind: z.literal('compositionChanged'), planId: Id }),
    z.strictObject({ kind: z.literal('compositionApproved'), planId: Id }),
  ])
  .openapi('HypotheticalFact');

const StepBody = z
  .strictObject({
    date: GivenDate,
    order: OrderBody.optional(),
    fact: FactBody.optional(),
  })
  .openapi({ description: 'Either an order of this subscription, which is no purchase, or a fact' })
  // Told by hand, because a union would say only that a step is none of both.
  .refine(({ order, fact }) => (order === undefined) !== (fact === undefined), 'Has either an order or a fact');

export const SimulationBody = z
  .strictObject({
    until: GivenDate.optional().openapi({ description: 'The last day; 18 months from today if absent' }),
    steps: z.array(StepBody).max(MOST_STEPS),
  })
  .openapi('SimulationRequest');
export type SimulationBody = z.infer<typeof SimulationBody>;
