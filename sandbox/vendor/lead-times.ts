import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type OperationName, operationNames } from './operation.ts';

/** Milliseconds from the request to its effect, and to its answer, by operation; what is not named is done at once. */
export const LeadTimes = z.partialRecord(z.enum(operationNames), z.int().min(0).max(3_600_000));
export type LeadTimes = z.infer<typeof LeadTimes>;

export type LeadTimeSetting = ReturnType<typeof createLeadTimes>;

/** How long the vendor takes for what goes well. Forgotten when the process ends. */
export function createLeadTimes() {
  let times: LeadTimes = {};
  return {
    get: (): LeadTimes => times,
    set(given: LeadTimes): LeadTimes {
      times = given;
      return times;
    },
    async pass(operation: OperationName): Promise<void> {
      const time = times[operation] ?? 0;
      if (time > 0) await wait(time);
    },
  };
}
