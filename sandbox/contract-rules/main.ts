import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractRulesDocument } from './document.ts';

writeFileSync(join(import.meta.dirname, '../../docs/contract-rules.md'), contractRulesDocument());
