import type { OrderRequest, Subscription } from '../../../client/generated/types.gen.ts';
import { changeQuantity } from './change-quantity/change-quantity.tsx';
import type { OrderTypeScreen } from './order-type-screen.ts';

const screens = { changeQuantity } satisfies {
  readonly [T in OrderRequest['type']]?: OrderTypeScreen<Extract<OrderRequest, { type: T }>>;
};

/** The types of order that have a screen; the API knows more. */
export type OrderType = keyof typeof screens;

/** An order as a screen makes it. */
export type ScreenOrder = Extract<OrderRequest, { type: OrderType }>;

/** The order types a person can choose, in the order they are offered. */
export const orderTypes = Object.keys(screens) as OrderType[];

export const orderTypeScreen = (type: OrderType): OrderTypeScreen<ScreenOrder> => screens[type];

/** What an order does, in one clause; null for a type that has no screen. */
export const clauseOf = (request: OrderRequest, subscription: Subscription): string | null =>
  isScreenOrder(request) ? orderTypeScreen(request.type).clause(request, subscription) : null;

/** What holds once an order does, and what holds until then; null for a type that has no screen. */
export const laterOf = (request: OrderRequest, subscription: Subscription): { after: string; before: string } | null =>
  isScreenOrder(request) ? orderTypeScreen(request.type).later(request, subscription) : null;

/** Whether there is a screen for orders of this type. */
export const isScreenOrder = (request: OrderRequest): request is ScreenOrder => Object.hasOwn(screens, request.type);
