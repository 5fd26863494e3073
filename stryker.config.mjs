/**
 * Mutation tests of the contract, `npm run test:mutation`: every line of domain/ changed for the worse, one at a time, and
 * a test must notice. Takes the better part of an hour, so it is no part of `npm test`.
 *
 * Not mutated: domain/rejections/, tables of texts for people; and the texts of notices (`words` of the order types),
 * which may be said better without a test failing. That they are there, and what of the order they name, is tested.
 * Everything else is: rules' names, sources and sentences are published in docs/contract-rules.md, codes in docs/errors.md.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './stryker.config.mjs'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: ['domain/**/*.ts', '!domain/rejections/**'],
  ignorers: ['words'],
  ignorePatterns: [
    '**',
    '!domain/**',
    '!test/{domain,docs,mutation}/**',
    '!sandbox/**',
    '!db/policy-document.ts',
    '!docs/**',
    '!package.json',
    '!tsconfig.json',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A loaded machine is no endless loop.
  timeoutMS: 20_000,
  tempDirName: '.data/stryker/sandbox',
  incrementalFile: '.data/stryker/incremental.json',
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  htmlReporter: { fileName: '.data/stryker/report.html' },
  jsonReporter: { fileName: '.data/stryker/report.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};

/** @type {import('@stryker-mutator/api/plugin').Plugin[]} */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words',
    value: {
      shouldIgnore: (path) =>
        path.isTemplateLiteral() || path.isStringLiteral()
          ? path.findParent((parent) => parent.isObjectProperty() && parent.node.key.name === 'words') &&
            'a text for people'
          : undefined,
    },
  },
];
