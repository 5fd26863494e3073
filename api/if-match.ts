import type { Request } from 'express';
import { Problem } from './problem.ts';

/** Holds `If-Match`, where it was sent, against the present ETag (RFC 9110 §13.1.1). Throws PRECONDITION_FAILED. */
export function checkIfMatch(req: Request, etag: string): void {
  const header = req.get('If-Match');
  if (header === undefined || header.trim() === '*') return;
  const named = header.split(',').map((tag) => tag.trim());
  if (!named.includes(etag)) throw new Problem('PRECONDITION_FAILED', { headers: { ETag: etag } });
}
