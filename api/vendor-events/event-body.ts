import { GivenDate } from '../plain-date.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';

/** A vendor's own name for a subscription, as `docs/vendor-contract.md` allows. */
const VendorSubscriptionId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'Is not an id of a subscription at a vendor')
  .openapi({ description: "The vendor's own id of the subscription" });

const common = {
  tenant: Id.openapi({ description: 'The seller whose customer or catalogue it is about' }),
  vendor: Id,
  effectiveAt: z.iso
    .datetime({ offset: true })
    .transform((instant) => new Date(instant))
    // Long before any product; and what is stored stays within what a calendar date can say.
    .refine((instant) => instant.getUTCFullYear() >= 1970, 'Is before 1970')
    .openapi({ description: 'When it happened at the vendor' }),
};

const ofType = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.strictObject({ ...common, type: z.literal(type), data });

const announced = GivenDate.nullable();
const PlanLifecycle = z
  .strictObject({
    planId: Id,
    endOfSaleDate: announced.openapi({ description: 'First day on which it is not sold; null for none announced' }),
    endOfLifeDate: announced.openapi({ description: 'First day of its End of Life; null for none announced' }),
  })
  .refine(
    ({ endOfSaleDate, endOfLifeDate }) =>
      endOfSaleDate === null || endOfLifeDate === null || endOfSaleDate <= endOfLifeDate,
    { path: ['endOfLifeDate'], message: 'Is before endOfSaleDate' },
  );

/** What a vendor may report, told apart by `type`. */
export const VendorEventBody = z
  .discriminatedUnion('type', [
    ofType(
      'activated',
      z.strictObject({
        subscriptionId: VendorSubscriptionId,
        activatedBy: z.enum(['firstLogon', 'code']).optional(),
      }),
    ),
    ofType(
      'assignedQuantity',
      z.strictObject({
        subscriptionId: VendorSubscriptionId,
        quantity: z.int().min(0).max(1_000_000).nullable().openapi({
          description: 'Units in use, in total; null when the vendor no longer says',
        }),
      }),
    ),
    ofType('expired', z.strictObject({ subscriptionId: VendorSubscriptionId })),
    ofType('planLifecycle', PlanLifecycle),
    ofType('compositionChanged', z.strictObject({ planId: Id })),
  ])
  .openapi('VendorEvent');
export type VendorEventBody = z.infer<typeof VendorEventBody>;
