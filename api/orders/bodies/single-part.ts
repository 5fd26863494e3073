import { GivenDate } from '../../plain-date.ts';
import { z } from '../../zod-openapi.ts';
import { orderFields } from './order-fields.ts';
import { AutoRenewal, OptionTotals, Term } from './parts.ts';

export const ChangeTermBody = z
  .strictObject({ type: z.literal('changeTerm'), ...orderFields, term: Term })
  .openapi('ChangeTerm');

export const ChangeOptionsBody = z
  .strictObject({ type: z.literal('changeOptions'), ...orderFields, options: OptionTotals })
  .openapi('ChangeOptions');

export const ChangeRenewalBody = z
  .strictObject({ type: z.literal('changeRenewal'), ...orderFields, autoRenewal: AutoRenewal })
  .openapi('ChangeRenewal');

export const ChangeExpirationBody = z
  .strictObject({ type: z.literal('changeExpiration'), ...orderFields, expirationDate: GivenDate })
  .openapi('ChangeExpiration');
