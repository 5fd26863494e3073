import { StartError } from '../start-error.ts';
import { answers } from './answers.ts';
import { servers } from './kinds.ts';
import type { Step } from './resolve.ts';

/**
 * The executable that TEMPORAL_CLI_PATH or TEMPORAL_TEST_SERVER_PATH names. Throws a StartError when it does not work,
 * since whoever names one wants no other.
 */
export const named: Step = async ({ kind, env }) => {
  const { override, title } = servers[kind];
  const path = env[override];
  if (!path) return undefined;
  const version = await answers(kind, path);
  if (version !== undefined) return { path, version, origin: `named by ${override}` };
  throw new StartError(
    `${override} names ${path}, which does not run as a ${title}.`,
    `Correct ${override}, or unset it to let one be found.`,
  );
};
