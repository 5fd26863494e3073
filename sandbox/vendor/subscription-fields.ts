import { z } from 'zod';

/** Ids and keys go into addresses, so they hold nothing that an address could read otherwise. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/);

export const Quantity = z.int().min(1).max(1_000_000);

export const term = z.enum(['monthly', 'annual']);

export const date = z.iso.date();

export const servicePeriod = z
  .object({ start: date, end: date })
  .refine(({ start, end }) => start <= end, 'A service period ends on or after the day it starts on.');

export const autoRenewal = z.object({ enabled: z.boolean(), frequency: term });

/** Each option once, kept in the order of their ids, so that equal lists are equal whatever order they were sent in. */
export const options = z
  .array(z.object({ optionId: Id, quantity: z.int().min(0).max(1_000_000) }))
  .refine((list) => new Set(list.map(({ optionId }) => optionId)).size === list.length, 'An option is named twice.')
  .transform((list) => list.toSorted((one, other) => (one.optionId < other.optionId ? -1 : 1)));

export const licenceSettings = {
  unitsPerLicence: z.int().min(1).nullable(),
  expirationNotificationDays: z.int().min(0).nullable(),
  managed: z.boolean(),
};

export const activation = z
  .object({ mode: z.enum(['firstLogon', 'onDate', 'code']), date: date.nullable() })
  .refine((asked) => asked.mode !== 'onDate' || asked.date !== null, 'Name the date on which it is activated.');

export const activationCode = z.string().regex(/^[\x21-\x7e]{1,128}$/);

export const subscriptionState = z.enum(['pendingActivation', 'active', 'suspended', 'terminated', 'expired']);

/** For whom and as whom Changeover is told what happens to a subscription: its seller there, and the vendor that this simulator plays. */
export const eventsAs = { tenant: Id.optional(), vendor: Id.optional() };
