import { client } from '../../client/generated/client.gen.ts';
import { currentToken, expire } from '../session/session.ts';

/** Has the generated client call this page's own origin with the session's token, and end the session when that is refused. */
export function connectClient(): void {
  client.setConfig({ baseUrl: '', auth: currentToken });
  client.interceptors.response.use((response, request) => noticeRefusal(response, request));
}

/** Ends the session whose token the request carried, when the answer says that it is not accepted any more. */
export function noticeRefusal(response: Response, request: Request): Response {
  const token = request.headers.get('Authorization')?.replace(/^Bearer /, '');
  if (response.status === 401 && token !== undefined) expire(token);
  return response;
}
