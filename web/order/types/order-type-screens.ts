import type { OrderRequest } from '../../../client/generated/types.gen.ts';
import { changeQuantity } from './change-quantity/change-quantity.tsx';
import type { OrderTypeScreen } from './order-type-screen.ts';

export type OrderType = OrderRequest['type'];

const screens: { readonly [T in OrderType]: OrderTypeScreen<Extract<OrderRequest, { type: T }>> } = {
  changeQuantity,
};

/** The order types a person can choose, in the order they are offered. */
export const orderTypes = Object.keys(screens) as OrderType[];

export const orderTypeScreen = (type: OrderType): OrderTypeScreen => screens[type];
