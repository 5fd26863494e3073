import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Request, Response, Router } from 'express';
import type { ZodObject, ZodType } from 'zod';
import type { Role } from '../domain/role.ts';
import type { Actor } from './actor.ts';
import { actorOf } from './authenticate.ts';
import { Problem } from './problem.ts';
import { type ProblemCode, problemCodes } from './problem-codes.ts';
import { ProblemDocument } from './problem-document.ts';
import { z } from './zod-openapi.ts';

/** For a route that takes no parameters, or no query. */
export const nothing = z.strictObject({});

/**
 * What a handler answers. `body` is checked against the route's schema for the status; with a media `type` it is text, and is
 * sent as it is.
 */
export type Answer = { status: number; body: unknown; headers?: Record<string, string>; type?: string };

/** One status that a route may answer: JSON of a schema, text of a media type, or either. */
type Offered = { description: string; schema?: ZodType; text?: string; headers?: ZodObject };

/**
 * One operation of the API: the same schemas parse the request, check the answer and make the OpenAPI document.
 * Unknown body fields and query parameters are refused.
 */
export type Route<Params extends ZodObject, Query extends ZodObject, Body extends ZodType> = {
  method: 'get' | 'post' | 'put';
  /** As OpenAPI writes it: `/v1/orders/{orderId}:acknowledge`. */
  path: string;
  operationId: string;
  summary: string;
  tag: string;
  /** Who may call it; everybody who is signed in where absent. Anybody else hears ROLE_NOT_ALLOWED, whatever was sent. */
  roles?: readonly Role[];
  params: Params;
  query: Query;
  body?: Body;
  headers?: ZodObject;
  answers: Readonly<Record<number, Offered>>;
  problems: readonly ProblemCode[];
  handle(
    input: { params: z.infer<Params>; query: z.infer<Query>; body: z.infer<Body>; actor: Actor },
    req: Request,
  ): Promise<Answer>;
};

/** Serves a route and describes it. */
export function addRoute<P extends ZodObject, Q extends ZodObject, B extends ZodType>(
  router: Router,
  registry: OpenAPIRegistry,
  route: Route<P, Q, B>,
): void {
  describe(registry, route);
  router[route.method](expressPath(route.path), async (req: Request, res: Response) => {
    const actor = actorOf(res);
    if (route.roles && !route.roles.includes(actor.role)) throw new Problem('ROLE_NOT_ALLOWED');
    if (route.body && !req.is('application/json')) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
    const answer = await route.handle(
      {
        params: parsedParams(route.params, req),
        query: route.query.parse(req.query) as z.infer<Q>,
        body: route.body?.parse(req.body) as z.infer<B>,
        actor,
      },
      req,
    );
    const { schema, text } = route.answers[answer.status] ?? {};
    res.status(answer.status).set(answer.headers ?? {});
    if (answer.type !== undefined && answer.type === text) {
      res.type(`${text}; charset=utf-8`).send(answer.body);
    } else if (schema && answer.type === undefined) {
      res.json(checked(schema, answer.body, route.operationId));
    } else {
      throw new Error(`${route.operationId} has no answer ${answer.status} ${answer.type ?? ''}`);
    }
  });
}

/** An answer that breaks its own schema is a fault of ours, not of the request. */
function checked(schema: ZodType, body: unknown, operationId: string): unknown {
  const { data, error } = schema.safeParse(body);
  if (error) throw new Error(`The answer of ${operationId} breaks its schema:\n${z.prettifyError(error)}`);
  return data;
}

/** An id of the wrong form names nothing, so it is answered like an absent one. */
function parsedParams<P extends ZodObject>(params: P, req: Request): z.infer<P> {
  const parsed = params.safeParse(req.params);
  if (!parsed.success) throw new Problem('NOT_FOUND');
  return parsed.data;
}

const expressPath = (path: string): string => path.replaceAll(':', '\\:').replaceAll(/\{(\w+)\}/g, ':$1');

/** Every signed-in operation may answer these. */
const always: readonly ProblemCode[] = ['UNAUTHENTICATED', 'TENANT_UNKNOWN', 'INTERNAL', 'TEMPORARILY_UNAVAILABLE'];

function describe<P extends ZodObject, Q extends ZodObject, B extends ZodType>(
  registry: OpenAPIRegistry,
  { method, path, operationId, summary, tag, roles, params, query, body, headers, answers, problems }: Route<P, Q, B>,
): void {
  registry.registerPath({
    method,
    path,
    operationId,
    summary,
    tags: [tag],
    security: [{ bearer: [] }],
    request: {
      params,
      query,
      ...(headers && { headers }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { description, schema, text, headers }]) => [
          status,
          {
            description,
            ...(headers && { headers }),
            content: {
              ...(schema && { 'application/json': { schema } }),
              ...(text !== undefined && { [text]: { schema: z.string() } }),
            },
          },
        ]),
      ),
      ...problemResponses(roles ? [...problems, 'ROLE_NOT_ALLOWED'] : problems),
    },
  });
}

/** The answers of an operation that may have these problems, beside those that every one may have. */
export function problemResponses(problems: readonly ProblemCode[], besides: readonly ProblemCode[] = always) {
  const codes = [...problems, ...besides];
  const statuses = [...new Set(codes.map((code) => problemCodes[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes.filter((code) => problemCodes[code].status === status).join(', '),
        content: { 'application/problem+json': { schema: ProblemDocument } },
      },
    ]),
  );
}
