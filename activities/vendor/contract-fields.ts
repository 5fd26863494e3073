import { z } from 'zod';
import { terms } from '../../domain/catalogue.ts';
import { isPlainDate, type PlainDate } from '../../domain/plain-date.ts';
import { activationModes } from '../../domain/subscription.ts';

// What the vendor's answers are made of. Fields that are not known are dropped, so a vendor may add some.

export const plainDate = z.custom<PlainDate>((value) => typeof value === 'string' && isPlainDate(value));

export const term = z.enum(terms);

export const quantity = z.int().nonnegative();

export const options = z.array(z.object({ optionId: z.string(), quantity }));

export const servicePeriod = z.object({ start: plainDate, end: plainDate });

export const autoRenewal = z.object({ enabled: z.boolean(), frequency: term });

export const activation = z.object({ mode: z.enum(activationModes), date: plainDate.nullable() });

export const licenceSettings = {
  unitsPerLicence: z.int().nullable(),
  expirationNotificationDays: z.int().nullable(),
  managed: z.boolean(),
};

/** Printed on screens and sent to people, so it is held to what can be stored and read aloud. */
export const activationCode = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/)
  .nullable();

/** An id as it may stand in an address. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/);
