import { GivenDate } from '../../plain-date.ts';
import { z } from '../../zod-openapi.ts';
import { orderFields } from './order-fields.ts';

export const CancelBody = z
  .strictObject({
    type: z.literal('cancel'),
    ...orderFields,
    immediately: z
      .boolean()
      .optional()
      .openapi({ description: 'An operator’s override: at once, whatever the contract says; note gives the reason' }),
  })
  .openapi('Cancel');

export const UndoCancelBody = z.strictObject({ type: z.literal('undoCancel'), ...orderFields }).openapi('UndoCancel');

export const SuspendBody = z
  .strictObject({
    type: z.literal('suspend'),
    ...orderFields,
    until: GivenDate.optional().openapi({ description: 'The day on which the subscription is active again by itself' }),
  })
  .openapi('Suspend');

export const ActivateBody = z.strictObject({ type: z.literal('activate'), ...orderFields }).openapi('Activate');

export const RenewBody = z.strictObject({ type: z.literal('renew'), ...orderFields }).openapi('Renew');
