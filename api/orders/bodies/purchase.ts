import { activationModes } from '../../../domain/subscription.ts';
import { GivenDate } from '../../plain-date.ts';
import { Id } from '../../text.ts';
import { z } from '../../zod-openapi.ts';
import { anyOrderFields } from './order-fields.ts';
import { OptionTotals, Quantity, Term } from './parts.ts';

export const PurchaseBody = z
  .strictObject({
    type: z.literal('purchase'),
    accountId: Id,
    productId: Id,
    planId: Id,
    quantity: Quantity,
    term: Term,
    options: OptionTotals.optional(),
    activation: z.strictObject({
      mode: z.enum(activationModes),
      date: GivenDate.optional().openapi({ description: 'With onDate only' }),
    }),
    additional: z
      .boolean()
      .optional()
      .openapi({ description: 'It is meant to stand beside a subscription to the product that the account has' }),
    ...anyOrderFields,
  })
  .openapi('Purchase');
