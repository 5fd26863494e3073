import base from '../../vitest.config.ts';

/** `npm run record`: makes the histories of today's workflow code from the real stack. */
export default { ...base, test: { ...base.test, include: ['test/replay/record.ts'] } };
