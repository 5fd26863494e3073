import type { PendingChange } from './pending-change.ts';

/** The order in which pending changes take effect; those of one day as they were accepted. */
export const byEffectiveDate = (a: PendingChange, b: PendingChange): number =>
  a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0;
