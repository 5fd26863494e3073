import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import { z } from 'zod';
import { type Issuer, tokenLifetime } from './issuer.ts';
import { loopbackOnly } from './loopback.ts';
import { people } from './people.ts';

const TokenRequest = z.strictObject({ person: z.string() });

/** The issuer over HTTP: its keys, the people to sign in as, and a token for each of them without a password. */
export function createIssuerApp(
  issuer: Issuer,
  { allowedOrigin }: { allowedOrigin?: string | undefined } = {},
): Express {
  const app = express().disable('x-powered-by').use(loopbackOnly(allowedOrigin)).use(express.json());

  app.get('/.well-known/openid-configuration', (_req, res) => {
    res.json({
      issuer: issuer.url,
      jwks_uri: `${issuer.url}/.well-known/jwks.json`,
      response_types_supported: [],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    });
  });

  app.get('/.well-known/jwks.json', (_req, res) => {
    res.json(issuer.keySet);
  });

  app.get('/people', (_req, res) => {
    res.json(people);
  });

  app.post('/token', async (req, res) => {
    const request = TokenRequest.safeParse(req.body);
    if (!request.success) return problem(res, 400, 'INVALID_REQUEST', 'Send JSON: {"person": "<id>"}.');
    const person = people.find(({ id }) => id === request.data.person);
    if (!person) {
      return problem(
        res,
        404,
        'UNKNOWN_PERSON',
        `Nobody has this id. There are ${people.map(({ id }) => id).join(', ')}.`,
      );
    }
    const access_token = await issuer.sign(issuer.claimsFor(person));
    res.set('Cache-Control', 'no-store').json({ access_token, token_type: 'Bearer', expires_in: tokenLifetime });
  });

  app.use((_req, res) => problem(res, 404, 'NOT_FOUND', 'There is nothing at this address.'));
  app.use(toProblem);
  return app;
}

const toProblem: ErrorRequestHandler = (error, _req, res, _next) => {
  // Only what the body parser refuses carries a 4xx; all else is a fault of this program.
  if (error.status >= 400 && error.status < 500)
    return problem(res, error.status, 'INVALID_REQUEST', 'The body cannot be read.');
  console.error(error);
  problem(res, 500, 'INTERNAL', 'Something went wrong in the token issuer.');
};

function problem(res: Response, status: number, code: string, title: string): void {
  res.status(status).type('application/problem+json').send(JSON.stringify({ status, code, title }));
}
