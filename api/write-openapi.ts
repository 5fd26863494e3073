import { writeFileSync } from 'node:fs';
import type { ApiDependencies } from './dependencies.ts';
import { createOperations } from './openapi.ts';

// Describing the operations calls none of them, so nothing of the world is needed.
const { document } = createOperations({} as ApiDependencies);
writeFileSync(new URL('../client/openapi.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
