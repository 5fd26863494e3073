import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

// Must run before any schema is made, so every file that makes one imports `z` from here.
extendZodWithOpenApi(z);

export { z };
