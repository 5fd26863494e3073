import { type ChangeQuantity, changeQuantity } from './order-types/change-quantity.ts';
import type { OrderTypeDescription } from './order-types/description.ts';

/** What a person asks for, by type; more order types join this union. */
export type OrderRequest = ChangeQuantity;
export type OrderType = OrderRequest['type'];

/** The description of every order type: the one place that knows them all. */
export const orderTypes: { readonly [T in OrderType]: OrderTypeDescription<Extract<OrderRequest, { type: T }>> } = {
  changeQuantity,
};
