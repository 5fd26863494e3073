import type { RequestHandler } from 'express';

/**
 * Keeps the issuer to this machine: it hands out tokens for the asking, so a foreign web page must not be able to ask.
 * Pages on a loopback origin (and on `allowedOrigin`) may call it; other origins get no CORS headers. A Host that is not loopback is
 * refused, because a foreign name that resolves to 127.0.0.1 would make the foreign page's calls same-origin.
 */
export function loopbackOnly(allowedOrigin?: string): RequestHandler {
  return (req, res, next) => {
    if (!isLoopback(req.hostname)) {
      res.status(421).end();
      return;
    }
    const { origin } = req.headers;
    res.vary('Origin');
    if (origin && (origin === allowedOrigin || isLoopbackOrigin(origin))) {
      res.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'content-type',
      });
    }
    if (req.method === 'OPTIONS') res.status(204).end();
    else next();
  };
}

const isLoopbackOrigin = (origin: string) => URL.canParse(origin) && isLoopback(new URL(origin).hostname);

const isLoopback = (host: string | undefined) => ['localhost', '127.0.0.1', '[::1]'].includes(host ?? '');
