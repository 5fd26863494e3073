import { z } from 'zod';
import { subscriptionStates } from '../../domain/subscription.ts';
import {
  activationCode,
  autoRenewal,
  licenceSettings,
  options,
  plainDate,
  quantity,
  servicePeriod,
  term,
} from './contract-fields.ts';
import type { VendorDetails } from './provisioner.ts';

/** A subscription in the form of docs/vendor-contract.md, with the vendor's id of it. An option of which there are none is left out. */
export const DetailsForm: z.ZodType<VendorDetails & { id: string }> = z.object({
  id: z.string(),
  state: z.enum(subscriptionStates),
  quantity,
  planId: z.string(),
  options: options.transform((held) =>
    Object.fromEntries(held.filter((one) => one.quantity > 0).map((one) => [one.optionId, one.quantity])),
  ),
  term,
  servicePeriod,
  autoRenewal,
  expirationDate: plainDate.nullable(),
  ...licenceSettings,
  assignedQuantity: quantity.nullable(),
  activationCode,
});
