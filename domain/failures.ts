/** Types of failure that a workflow or activity answers to its caller for good; a client may rely on them. */
export const ORDER_NOT_FINISHED = 'OrderNotFinished';
export const SUBSCRIPTION_NOT_FOUND = 'SubscriptionNotFound';
export const CATALOGUE_INCOMPLETE = 'CatalogueIncomplete';
export const ORDER_NOT_CANCELLABLE = 'OrderNotCancellable';
export const ORDER_NOT_HELD = 'OrderNotHeld';
export const ORDER_NOT_FOUND = 'OrderNotFound';
