import type { OrderRequest } from '../../domain/order-types.ts';
import { z } from '../zod-openapi.ts';
import { ChangeQuantityBody } from './bodies/change-quantity.ts';
import { ActivateBody, CancelBody, RenewBody, SuspendBody, UndoCancelBody } from './bodies/life-cycle.ts';
import { PurchaseBody } from './bodies/purchase.ts';
import { ChangeLicenceSettingsBody, ChangeServicePlanBody } from './bodies/service-plan.ts';
import { ChangeExpirationBody, ChangeOptionsBody, ChangeRenewalBody, ChangeTermBody } from './bodies/single-part.ts';

/** What can be ordered on a subscription that is there, told apart by `type`. */
export const onSubscription = [
  ChangeQuantityBody,
  CancelBody,
  UndoCancelBody,
  SuspendBody,
  ActivateBody,
  ChangeServicePlanBody,
  ChangeTermBody,
  ChangeOptionsBody,
  ChangeRenewalBody,
  ChangeExpirationBody,
  ChangeLicenceSettingsBody,
  RenewBody,
] as const;

/** What can be ordered, told apart by `type`. */
export const OrderBody = z.discriminatedUnion('type', [...onSubscription, PurchaseBody]).openapi('OrderRequest');
export type OrderBody = z.infer<typeof OrderBody>;

/** The order, if it is one that can be sent; what the rules were asked about may also be a total of 0. */
export const sendable = (order: OrderRequest | null): OrderBody | null => OrderBody.safeParse(order).data ?? null;
