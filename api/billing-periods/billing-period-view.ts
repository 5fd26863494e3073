import type { BillingPeriod } from '../../domain/facts.ts';
import { ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';

export const BillingPeriodView = z
  .object({
    month: z.string(),
    billed: z.boolean(),
    paid: z.boolean(),
    billedOn: ShownDate.nullable().openapi({ description: 'The day since which it counts as billed' }),
    paidOn: ShownDate.nullable().openapi({ description: 'The day since which it counts as paid' }),
  })
  .openapi('BillingPeriod');

export const billingPeriodView = ({ month, billedOn, paidOn }: BillingPeriod) => ({
  month,
  billed: billedOn !== null,
  paid: paidOn !== null,
  billedOn,
  paidOn,
});
