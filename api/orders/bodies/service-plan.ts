import { z } from '../../zod-openapi.ts';
import { orderFields } from './order-fields.ts';
import { atLeastOneOf, licenceSettings, servicePlanParts } from './parts.ts';

export const ChangeServicePlanBody = z
  .strictObject({ type: z.literal('changeServicePlan'), ...orderFields, ...servicePlanParts })
  .refine(...atLeastOneOf(servicePlanParts))
  .openapi('ChangeServicePlan', { description: 'At least one part; all of them hold, or none' });

export const ChangeLicenceSettingsBody = z
  .strictObject({ type: z.literal('changeLicenceSettings'), ...orderFields, ...licenceSettings })
  .refine(...atLeastOneOf(licenceSettings))
  .openapi('ChangeLicenceSettings', { description: 'At least one setting' });
