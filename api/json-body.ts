import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** Reads a JSON body, and refuses one that two readers may understand differently. */
export const jsonBody: RequestHandler[] = [
  express.raw({ type: 'application/json', limit: '100kb', inflate: false }),
  (req, _res, next) => {
    if (Buffer.isBuffer(req.body)) req.body = jsonIn(req.body, req.get('content-type') ?? '');
    next();
  },
];

/** The JSON of a body as it was sent. Throws UNSUPPORTED_MEDIA_TYPE for another character set, MALFORMED_JSON. */
export function jsonIn(body: Buffer, contentType: string): unknown {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType) ?? [];
  if (!/^utf-?8$/i.test(charset)) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
  const text = decoded(body);
  const value = read(text);
  const twice = fieldThereTwice(text);
  if (twice !== undefined) throw new Problem('MALFORMED_JSON', { detail: `The field ${twice} is there twice` });
  return value;
}

/** Bytes that are no UTF-8 would otherwise become replacement characters, and so an order nobody sent. */
function decoded(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Problem('MALFORMED_JSON', { detail: 'The body is not UTF-8' });
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('MALFORMED_JSON');
  }
}

/**
 * JSON.parse takes the last of equal fields, other readers the first. Gives such a field as it is written; `text` must be
 * valid JSON.
 */
function fieldThereTwice(text: string): string | undefined {
  const open: Set<unknown>[] = [];
  for (const [token, field] of text.matchAll(/[{}]|("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (field !== undefined) {
      const name = JSON.parse(field);
      if (open.at(-1)?.has(name)) return field;
      open.at(-1)?.add(name);
    }
  }
  return undefined;
}
