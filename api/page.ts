import { Problem } from './problem.ts';
import { z } from './zod-openapi.ts';

/** Query parameters of every list. */
export const PageQuery = z.strictObject({
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  pageToken: z.string().max(500).optional().openapi({ description: 'nextPageToken of the page before' }),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextPageToken: z.string().nullable() });

/** Cuts a page that was read with one row more than asked for, and names the place where the next one goes on. */
export function page<Row>(rows: readonly Row[], pageSize: number, positionOf: (row: Row) => unknown) {
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const more = rows.length > pageSize && last !== undefined;
  return { items, nextPageToken: more ? encode(positionOf(last)) : null };
}

/** The place a page token names. Throws INVALID_REQUEST for a token that no list gave. */
export function positionIn<T>(token: string | undefined, position: z.ZodType<T>): T | undefined {
  if (token === undefined) return undefined;
  const parsed = position.safeParse(decode(token));
  if (parsed.success) return parsed.data;
  throw new Problem('INVALID_REQUEST', { detail: 'pageToken: Is not a token that a list gave' });
}

const encode = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
