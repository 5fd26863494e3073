import { z } from './zod-openapi.ts';

/**
 * A schema that has a name in the OpenAPI document, or null. With `nullable()` the document would ask for a null that is also
 * what the name stands for; `lazy` keeps a named union together.
 */
export const orNull = <S extends z.ZodType>(named: S) => z.union([z.lazy(() => named), z.null()]);
