import { z } from '../../zod-openapi.ts';
import { orderFields } from './order-fields.ts';
import { Quantity } from './parts.ts';

export const ChangeQuantityBody = z
  .strictObject({
    type: z.literal('changeQuantity'),
    ...orderFields,
    quantity: Quantity.openapi({
      description: 'The TOTAL after the change, not the number to add or remove',
      example: 6,
    }),
    expectedCurrentQuantity: Quantity.openapi({ description: 'The quantity you see now', example: 5 }),
    confirmedTotal: Quantity.optional().openapi({
      description: 'Equal to quantity, once a person has confirmed a total that reads like a number to add',
    }),
  })
  .openapi('ChangeQuantity');
