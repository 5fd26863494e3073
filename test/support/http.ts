/** An answer of the API as a test looks at it. */
// biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of a body, and fails where it is not so.
export type Answer = { status: number; headers: Headers; body: any };

export type Call = {
  token?: string | undefined;
  key?: string;
  body?: unknown;
  raw?: string | Blob;
  headers?: Record<string, string>;
};

/** Sends one request; `raw` goes out as it is, `body` as JSON. */
export async function send(
  baseUrl: string,
  method: string,
  path: string,
  { token, key, body, raw, headers = {} }: Call = {},
): Promise<Answer> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(new URL(path, baseUrl), {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content !== undefined && { body: content }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}
