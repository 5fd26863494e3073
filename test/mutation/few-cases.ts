import { createRequire } from 'node:module';
import type fastCheck from 'fast-check';

// Under its own name it would be this file again.
const fc: typeof fastCheck = createRequire(import.meta.url)('fast-check');

const MOST_CASES = 10;

/** fast-check for the mutation tests: few cases, always the same ones, and none made smaller once it has failed. */
export default {
  ...fc,
  assert: ((property, parameters = {}) =>
    fc.assert(property, {
      ...parameters,
      numRuns: Math.min(parameters.numRuns ?? MOST_CASES, MOST_CASES),
      seed: 1,
      endOnFailure: true,
    })) as typeof fc.assert,
};
