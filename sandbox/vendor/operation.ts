import { z } from 'zod';
import {
  activation,
  autoRenewal,
  date,
  Id,
  licenceSettings,
  options,
  Quantity,
  servicePeriod,
  term,
} from './subscription-fields.ts';

/** The fields of each operation, beside its key and the id of the subscription. One more operation is one more member here and one more effect in effects.ts. */
const fieldsOf = {
  changeQuantity: { quantity: Quantity },
  changePlan: { planId: Id },
  changeOptions: { options },
  changeTerm: { term, servicePeriod },
  changeRenewal: { autoRenewal },
  changeExpiration: { expirationDate: date.nullable() },
  changeLicenceSettings: licenceSettings,
  suspend: {},
  activate: {},
  terminate: {},
  renew: { term, servicePeriod, planId: Id, quantity: Quantity, options },
  create: { productId: Id, planId: Id, quantity: Quantity, term, servicePeriod, options, activation },
};

export const operationNames = Object.keys(fieldsOf) as [OperationName, ...OperationName[]];
export type OperationName = keyof typeof fieldsOf;

const of = <Name extends OperationName>(operation: Name) =>
  z.object({ key: Id, subscriptionId: Id, operation: z.literal(operation), ...fieldsOf[operation] });

/** What can be asked for a subscription that is there. */
export const Change = z.discriminatedUnion('operation', [
  of('changeQuantity'),
  of('changePlan'),
  of('changeOptions'),
  of('changeTerm'),
  of('changeRenewal'),
  of('changeExpiration'),
  of('changeLicenceSettings'),
  of('suspend'),
  of('activate'),
  of('terminate'),
  of('renew'),
]);
export type Change = z.infer<typeof Change>;

/** Makes a subscription; `subscriptionId` is what the caller calls it. */
export const Create = of('create');
export type Create = z.infer<typeof Create>;

export const Operation = z.discriminatedUnion('operation', [...Change.options, Create]);
export type Operation = z.infer<typeof Operation>;
