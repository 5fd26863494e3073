import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { CatalogueIncomplete, TenantUnknown } from '../db/catalogue.ts';
import { IdentityProviderUnavailable, Unauthenticated } from './authenticate.ts';
import { invalidFields, Problem, temporarilyUnavailable } from './problem.ts';

/** The last handler: every error leaves as a problem document, and nothing internal leaves at all. */
export const problemHandler =
  (log: Logger): ErrorRequestHandler =>
  (error, req, res, next) => {
    const problem = toProblem(error);
    if (problem.status >= 500) log.error({ err: error, method: req.method, path: req.path }, problem.message);
    // Once an answer has begun (live events), Express can only end the connection.
    if (res.headersSent) return next(error);
    res.status(problem.status).set(problem.headers).type('application/problem+json').send(JSON.stringify(problem));
  };

/** What is at no known address. */
export const nothingHere: RequestHandler = () => {
  throw new Problem('NOT_FOUND');
};

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return invalidRequest(error);
  if (error instanceof Unauthenticated) {
    return new Problem('UNAUTHENTICATED', { detail: error.message, headers: { 'WWW-Authenticate': error.challenge } });
  }
  if (error instanceof TenantUnknown) return new Problem('TENANT_UNKNOWN');
  if (error instanceof CatalogueIncomplete) return new Problem('CATALOGUE_INCOMPLETE');
  if (error instanceof IdentityProviderUnavailable) {
    return new Problem('IDENTITY_PROVIDER_UNAVAILABLE', { headers: { 'Retry-After': '5' } });
  }
  return fromExpress(error) ?? fromPostgres(error) ?? new Problem('INTERNAL');
}

/** A request that did not pass its schema, with the place of each fault. */
export const invalidRequest = ({ issues }: ZodError): Problem => invalidFields(issues.flatMap(faultsOf));

function faultsOf(issue: ZodError['issues'][number]): { field: string; message: string }[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.'), message }];
  return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'Is not known here' }));
}

/** What Express and its middleware throw of a request: the body's reader with a `type`, the files' sender without. */
function fromExpress(error: unknown): Problem | undefined {
  if (error instanceof URIError) return new Problem('NOT_FOUND');
  if (!(error instanceof Error && 'status' in error && typeof error.status === 'number') || error.status >= 500) {
    return undefined;
  }
  if (error.status === 412) return new Problem('PRECONDITION_FAILED');
  if (!('type' in error)) return new Problem('NOT_FOUND');
  switch (error.type) {
    case 'entity.too.large':
      return new Problem('PAYLOAD_TOO_LARGE');
    case 'encoding.unsupported':
      return new Problem('UNSUPPORTED_MEDIA_TYPE');
    default:
      return new Problem('MALFORMED_JSON');
  }
}

/** Connections and locks come back; anything else Postgres says is a fault of ours. */
function fromPostgres(error: unknown): Problem | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return undefined;
  const passing = ('code' in cause && PASSING_CODE.test(String(cause.code))) || PASSING_MESSAGE.test(cause.message);
  return passing ? temporarilyUnavailable('The database cannot be reached now') : undefined;
}

/** Connection lost, server ending, out of resources, lock or statement over time; and the operating system's own. */
const PASSING_CODE = /^(08|57P|53|25P03$|55P03$|57014$)|^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)/;
/** What the driver says of a connection without giving a code. */
const PASSING_MESSAGE =
  /^Connection terminated|^timeout exceeded when trying to connect|not queryable|^Client has encountered a connection error/;
