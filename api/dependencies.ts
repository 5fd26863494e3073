import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../db/client.ts';

/** What the API needs of the world. `now` is the one clock. */
export type ApiDependencies = { database: Database; temporal: Client; log: Logger; now: () => Date };
