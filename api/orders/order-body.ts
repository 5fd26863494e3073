import { ContactEmail, Id, StorableText } from '../text.ts';
import { z } from '../zod-openapi.ts';

/** Licensed units; the upper bound only keeps out what no SKU can mean. */
const Quantity = z.int().min(1).max(1_000_000);

export const ChangeQuantityBody = z
  .strictObject({
    type: z.literal('changeQuantity'),
    subscriptionId: Id.openapi({ example: 'sub-hana-av' }),
    quantity: Quantity.openapi({
      description: 'The TOTAL after the change, not the number to add or remove',
      example: 6,
    }),
    expectedCurrentQuantity: Quantity.openapi({ description: 'The quantity you see now', example: 5 }),
    confirmedTotal: Quantity.optional().openapi({
      description: 'Equal to quantity, once a person has confirmed a total that reads like a number to add',
    }),
    contactEmail: ContactEmail.optional(),
    note: StorableText.max(500).optional(),
  })
  .openapi('ChangeQuantity');

/** What can be ordered, told apart by `type`. */
export const OrderBody = z.discriminatedUnion('type', [ChangeQuantityBody]).openapi('OrderRequest');
export type OrderBody = z.infer<typeof OrderBody>;
