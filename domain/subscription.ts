export type SubscriptionState = 'pendingActivation' | 'active' | 'suspended' | 'terminated' | 'expired';

/** What a customer holds. Quantities are licensed units in total. */
export type Subscription = {
  id: string;
  accountId: string;
  productId: string;
  skuId: string;
  quantity: number;
  /** Units in use at the vendor, as last reported; null when the vendor has not said. */
  assignedQuantity: number | null;
  state: SubscriptionState;
  trial: boolean;
};
