import type { Database } from '../db/client.ts';

/** What activities need of the world. `now` is the one clock. */
export type ActivityDependencies = { database: Database; now: () => Date };
