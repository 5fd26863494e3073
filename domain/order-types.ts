import { type Activate, activate } from './order-types/activate.ts';
import { type Cancel, cancel } from './order-types/cancel.ts';
import { type ChangeExpiration, changeExpiration } from './order-types/change-expiration.ts';
import { type ChangeLicenceSettings, changeLicenceSettings } from './order-types/change-licence-settings.ts';
import { type ChangeOptions, changeOptions } from './order-types/change-options.ts';
import { type ChangeQuantity, changeQuantity } from './order-types/change-quantity.ts';
import { type ChangeRenewal, changeRenewal } from './order-types/change-renewal.ts';
import { type ChangeServicePlan, changeServicePlan } from './order-types/change-service-plan.ts';
import { type ChangeTerm, changeTerm } from './order-types/change-term.ts';
import type { OrderTypeDescription } from './order-types/description.ts';
import { type Purchase, purchase } from './order-types/purchase.ts';
import { type Renew, renew } from './order-types/renew.ts';
import { type Suspend, suspend } from './order-types/suspend.ts';
import { type UndoCancel, undoCancel } from './order-types/undo-cancel.ts';

/** What a person asks for, by type. */
export type OrderRequest =
  | ChangeQuantity
  | Cancel
  | UndoCancel
  | Suspend
  | Activate
  | ChangeServicePlan
  | ChangeTerm
  | ChangeOptions
  | ChangeRenewal
  | ChangeExpiration
  | ChangeLicenceSettings
  | Purchase
  | Renew;
export type OrderType = OrderRequest['type'];

/** The description of every order type: the one place that knows them all. */
export const orderTypes: { readonly [T in OrderType]: OrderTypeDescription<Extract<OrderRequest, { type: T }>> } = {
  changeQuantity,
  cancel,
  undoCancel,
  suspend,
  activate,
  changeServicePlan,
  changeTerm,
  changeOptions,
  changeRenewal,
  changeExpiration,
  changeLicenceSettings,
  purchase,
  renew,
};

/** The description of an order's type, for code that treats all types alike. */
export const descriptionOf = (order: OrderRequest): OrderTypeDescription =>
  orderTypes[order.type] as unknown as OrderTypeDescription;
