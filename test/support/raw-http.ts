import { once } from 'node:events';
import { connect } from 'node:net';
import type { Answer } from './http.ts';

/** Sends these lines as they are, for what no HTTP client would send, and reads the answer until the server hangs up. */
export async function rawExchange(baseUrl: string, lines: readonly string[]): Promise<Answer> {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(lines.join('\r\n'));
  await once(socket, 'close');
  const [head = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  const [statusLine = '', ...fields] = head.split('\r\n');
  const headers = new Headers(fields.map((field) => field.split(/: (.*)/s).slice(0, 2) as [string, string]));
  const content = rest.join('\r\n\r\n');
  const json = headers.get('content-type')?.includes('json');
  return { status: Number(statusLine.split(' ')[1]), headers, body: json ? JSON.parse(content) : content };
}
