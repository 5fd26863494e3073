import { lifecycleOn, type Plan } from '../../domain/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';

/** What is told of a plan wherever it is shown. */
export const planFields = {
  id: z.string(),
  name: z.string(),
  level: z.int().openapi({ description: 'Rank among the plans of the product: a higher one is an upgrade' }),
  lifecycle: z
    .enum(['active', 'endOfSale', 'endOfLife'])
    .nullable()
    .openapi({ description: 'Today, in the time zone of the product; null where the catalogue names no real zone' }),
  endOfSaleDate: ShownDate.nullable(),
  endOfLifeDate: ShownDate.nullable(),
  compositionChangedOn: ShownDate.nullable().openapi({
    description: "The day of a change of the suite's composition that awaits a partner's approval; null when none does",
  }),
};

export const planFieldsOf = (plan: Plan, today: PlainDate | null) => ({
  id: plan.id,
  name: plan.name,
  level: plan.level,
  lifecycle: today === null ? null : lifecycleOn(plan, today),
  endOfSaleDate: plan.endOfSaleDate,
  endOfLifeDate: plan.endOfLifeDate,
  compositionChangedOn: plan.compositionChangedOn,
});
