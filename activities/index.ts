import { createBeginOrder } from './begin-order.ts';
import { createCancelOrder } from './cancel-order.ts';
import { createDecideOrder } from './decide-order.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { createProvision } from './provision.ts';
import { createRecordAcknowledgement } from './record-acknowledgement.ts';
import { createRepairOrder } from './repair-order.ts';
import type { Provisioner } from './vendor/provisioner.ts';
import { createWaiveAcknowledgement } from './waive-acknowledgement.ts';
import { createWithdraw } from './withdraw.ts';

/** Short transactions, run as local activities on the queue `orders`. */
export const createOrderActivities = (dependencies: ActivityDependencies) => ({
  decideOrder: createDecideOrder(dependencies),
  beginOrder: createBeginOrder(dependencies),
  cancelOrder: createCancelOrder(dependencies),
  repairOrder: createRepairOrder(dependencies),
  recordAcknowledgement: createRecordAcknowledgement(dependencies),
  waiveAcknowledgement: createWaiveAcknowledgement(dependencies),
});

/** Calls to one vendor, run on its own queue. */
export const createVendorActivities = (dependencies: ActivityDependencies & { provisioner: Provisioner }) => ({
  provision: createProvision(dependencies),
  withdraw: createWithdraw(dependencies),
});

export type OrderActivities = ReturnType<typeof createOrderActivities>;
export type VendorActivities = ReturnType<typeof createVendorActivities>;
