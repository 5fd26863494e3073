import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * One short transaction in Postgres, run inside the workflow task. Retried until the database answers; waits above three
 * seconds are durable timers, so that a long outage holds no worker's slot and adds few events.
 */
export const inOneTransaction: LocalActivityOptions = {
  startToCloseTimeout: '10s',
  localRetryThreshold: '3s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5m' },
};

/**
 * One vendor operation with its record. Retried for as long as the vendor takes: 1 s, 2 s, 4 s … 30 s. The heartbeat makes
 * a killed worker known in seconds; it starts only after a while, so that a prompt vendor costs none.
 */
export const atTheVendor: ActivityOptions = {
  startToCloseTimeout: '2m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
};
