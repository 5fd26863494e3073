import { z } from 'zod';
import {
  activation,
  activationCode,
  autoRenewal,
  id,
  licenceSettings,
  options,
  plainDate,
  quantity,
  servicePeriod,
  term,
} from './contract-fields.ts';
import type { VendorReceipt } from './provisioner.ts';

const appliedAt = z.iso.datetime({ offset: true }).transform((instant) => new Date(instant).toISOString());

const of = <Operation extends string, Fields extends z.ZodRawShape>(operation: Operation, fields: Fields) =>
  z.object({ key: z.string(), subscriptionId: z.string(), operation: z.literal(operation), ...fields, appliedAt });

/** The receipt of each operation in the form of docs/vendor-contract.md. */
export const ReceiptForm: z.ZodType<VendorReceipt> = z.discriminatedUnion('operation', [
  of('changeQuantity', { quantity }),
  of('changePlan', { planId: z.string() }),
  of('changeOptions', { options }),
  of('changeTerm', { term, servicePeriod }),
  of('changeRenewal', { autoRenewal }),
  of('changeExpiration', { expirationDate: plainDate.nullable() }),
  of('changeLicenceSettings', licenceSettings),
  of('suspend', {}),
  of('activate', {}),
  of('terminate', {}),
  of('renew', { term, servicePeriod, planId: z.string(), quantity, options }),
  of('create', {
    productId: z.string(),
    planId: z.string(),
    quantity,
    term,
    servicePeriod,
    options,
    activation,
    vendorSubscriptionId: id,
    activationCode,
  }),
]);
