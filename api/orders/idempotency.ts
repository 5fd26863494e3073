import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { Actor } from '../actor.ts';
import { Problem } from '../problem.ts';

/** Never change it: it is part of every order's id, and so of what a repeated key finds. */
const ORDER_NAMESPACE = '6f0c7c52-6b0e-5d0a-9b3c-0a1c2f5e7d11';

/** Throws IDEMPOTENCY_KEY_MISSING or IDEMPOTENCY_KEY_INVALID. */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined || header === '') throw new Problem('IDEMPOTENCY_KEY_MISSING');
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) throw new Problem('IDEMPOTENCY_KEY_INVALID');
  return header;
}

/** The one order that a caller's key can ever name. */
export const orderIdFor = ({ tenant, subject }: Actor, key: string): string =>
  uuidv5(JSON.stringify([tenant, subject, key]), ORDER_NAMESPACE);

/**
 * SHA-256 of a request, whatever the order of its fields at any depth. Never change what it gives: stored orders are compared
 * with it for good.
 */
export const requestHash = (request: object): string =>
  createHash('sha256')
    .update(JSON.stringify(sortedEntries(request).map(([field, value]) => [field, canonical(value)])))
    .digest('hex');

const sortedEntries = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(sortedEntries(value).map(([field, inner]) => [field, canonical(inner)]));
}
