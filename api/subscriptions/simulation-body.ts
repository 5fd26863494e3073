import { OrderBody } from '../orders/order-body.ts';
import { Day } from '../plain-date.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';

const MOST_STEPS = 100;

const Month = z
  .string()
  .regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/, 'Is not a month, YYYY-MM')
  .transform((text) => text as `${number}-${number}`)
  .openapi({ type: 'string', example: '2026-12' });

const FactBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('billing'), month: Month, billed: z.boolean(), paid: z.boolean() }),
    z.strictObject({ kind: z.literal('activated') }),
    z.strictObject({ kind: z.literal('expired') }),
    z.strictObject({ kind: z.literal('assignedQuantity'), quantity: z.int().min(0).max(1_000_000) }),
    z.strictObject({
      kind: z.literal('planLifecycle'),
      planId: Id,
      endOfSaleDate: Day.nullable(),
      endOfLifeDate: Day.nullable(),
    }),
    z.strictObject({ kind: z.literal('compositionChanged'), planId: Id }),
    z.strictObject({ kind: z.literal('compositionApproved'), planId: Id }),
  ])
  .openapi('HypotheticalFact');

const StepBody = z
  .strictObject({
    date: Day,
    order: OrderBody.optional(),
    fact: FactBody.optional(),
  })
  .openapi({ description: 'Either an order of this subscription, which is no purchase, or a fact' })
  // Told by hand, because a union would say only that a step is none of both.
  .refine(({ order, fact }) => (order === undefined) !== (fact === undefined), 'Has either an order or a fact');

export const SimulationBody = z
  .strictObject({
    until: Day.optional().openapi({ description: 'The last day; 18 months from today if absent' }),
    steps: z.array(StepBody).max(MOST_STEPS),
  })
  .openapi('SimulationRequest');
export type SimulationBody = z.infer<typeof SimulationBody>;
