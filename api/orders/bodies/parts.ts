import { terms } from '../../../domain/catalogue.ts';
import { GivenDate } from '../../plain-date.ts';
import { Id } from '../../text.ts';
import { z } from '../../zod-openapi.ts';

/** Licensed units; the upper bound only keeps out what no SKU can mean. */
export const Quantity = z.int().min(1).max(1_000_000);

export const Term = z.enum(terms);

/** The totals wanted of some options; those not named stay as they are. */
export const OptionTotals = z
  .array(
    z.strictObject({
      optionId: Id,
      quantity: z.int().min(0).max(1_000_000).openapi({ description: 'The TOTAL after the change; 0 to have none' }),
    }),
  )
  .min(1)
  .max(100)
  .superRefine((options, context) => {
    const ids = options.map(({ optionId }) => optionId);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) {
        context.addIssue({ code: 'custom', path: [index, 'optionId'], message: 'Is named twice' });
      }
    });
  })
  .readonly();

export const AutoRenewal = z.strictObject({ enabled: z.boolean(), frequency: Term });

/** Settings of a licence that several types of order can change (R11). */
export const licenceSettings = {
  unitsPerLicence: z.int().min(1).max(1_000_000).optional(),
  expirationNotificationDays: z
    .int()
    .min(0)
    .max(365)
    .optional()
    .openapi({ description: 'Days before the expiration date' }),
  managed: z.boolean().optional(),
};

/** What S2's screen saves at once. */
export const servicePlanParts = {
  planId: Id.optional(),
  options: OptionTotals.optional(),
  ...licenceSettings,
  expirationDate: GivenDate.optional(),
  autoRenewal: AutoRenewal.optional(),
};

/** Refuses an order that names none of its parts. */
export const atLeastOneOf = (parts: object) => {
  const names = Object.keys(parts);
  return [
    (order: object) => names.some((name) => name in order),
    { message: `Ask for at least one of ${names.join(', ')}` },
  ] as const;
};
