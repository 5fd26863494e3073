import type { OrderRequest } from '../../client/generated/types.gen.ts';

/** What people call an order of each type, also where this app has no screen for it. */
export const orderTypeWords: Record<OrderRequest['type'], string> = {
  changeQuantity: 'Change the quantity',
  cancel: 'Cancel the subscription',
  undoCancel: 'Undo the cancellation',
  suspend: 'Suspend the subscription',
  activate: 'Activate the subscription',
  changeServicePlan: 'Change the service plan',
  changeTerm: 'Change the term',
  changeOptions: 'Change the options',
  changeRenewal: 'Change the renewal',
  changeExpiration: 'Change the expiration date',
  changeLicenceSettings: 'Change the licence settings',
  renew: 'Renew the subscription',
  purchase: 'Buy a new subscription',
};
