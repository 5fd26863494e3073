import { DeadlinePassed, withDeadline } from './deadline.ts';
import { VendorAnswerInvalid, VendorUnavailable } from './provisioner.ts';

/** Far above any answer of the contract; what is longer is not read to its end. */
const longestBody = 64 * 1024;

export type Request = {
  method: 'GET' | 'PUT' | 'POST';
  url: string;
  apiKey: string;
  body?: object;
  /** Milliseconds until the answer, with its last byte, must be there. */
  timeoutMs: number;
  signal: AbortSignal | undefined;
};

/** `json` is undefined when the body is not JSON. */
export type Answer = { status: number; headers: Headers; json: unknown };

/**
 * One HTTP request and its whole answer, whatever the status; redirects are not followed. Throws VendorUnavailable when
 * there is no whole answer in time, VendorAnswerInvalid when the body is too long, and the signal's reason when that aborts.
 */
export async function exchange(request: Request): Promise<Answer> {
  const { method, url, timeoutMs, signal } = request;
  try {
    return await withDeadline(timeoutMs, signal, (deadline) => send(request, deadline));
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof VendorAnswerInvalid) throw cause;
    const why = cause instanceof DeadlinePassed ? `gave no whole answer within ${timeoutMs} ms` : 'cannot be reached';
    throw new VendorUnavailable(`The vendor ${why} (${method} ${url})`, { cause });
  }
}

async function send({ method, url, apiKey, body }: Request, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // Following one would hand the key, and the choice of whom the worker calls, to whoever answers.
    redirect: 'manual',
    signal,
  });
  return { status: response.status, headers: response.headers, json: parsed(await bytes(response)) };
}

async function bytes({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early, by the throw too, closes the connection.
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longestBody) throw new VendorAnswerInvalid(`The vendor's answer is longer than ${longestBody} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
