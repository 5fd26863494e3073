import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The contract's examples before its properties: a mutant is mostly killed by an example, which costs less. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isProperty = ({ moduleId }: TestSpecification) => moduleId.endsWith('.property.test.ts');
    return (await super.sort(files)).sort((a, b) => Number(isProperty(a)) - Number(isProperty(b)));
  }
}

/** What `npm run test:mutation` asks of every mutant: the tests that need no server, on the domain and on what is published of it. */
export default defineConfig({
  resolve: { alias: [{ find: /^fast-check$/, replacement: join(import.meta.dirname, 'few-cases.ts') }] },
  test: {
    include: ['test/mutation/loads.ts', 'test/domain/**/*.test.ts', 'test/docs/contract-rules.test.ts'],
    // It reads the other tests, not the domain.
    exclude: ['test/domain/contract.test.ts'],
    // One module graph for all files: nothing of the domain keeps a state, and to load it 50 times for each mutant takes longer than to test it.
    isolate: false,
    sequence: { sequencer: ExamplesFirst },
  },
});
