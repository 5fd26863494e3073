import express, { type Express } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { authenticate } from './authenticate.ts';
import type { ApiDependencies } from './dependencies.ts';
import type { EventWakes } from './events/event-wakes.ts';
import { eventStream } from './events/stream.ts';
import { healthRoutes } from './health.ts';
import { jsonBody } from './json-body.ts';
import { createOperations } from './openapi.ts';
import { nothingHere, problemHandler } from './problem-handler.ts';
import { vendorEventRoutes } from './vendor-events/routes.ts';
import type { VendorEventSecrets } from './vendor-events/signature.ts';
import { webPages } from './web-pages.ts';

export type AppOptions = ApiDependencies & {
  wakes: EventWakes;
  oidc: { issuer: string; audience: string; jwksUri?: string | undefined };
  /** What vendors sign their events with; the events of a vendor without a secret are not accepted. */
  vendorEventSecrets?: VendorEventSecrets | undefined;
  /** Folder of the built browser app, if this process serves it. */
  webDir?: string | undefined;
};

/** The whole HTTP interface: API, live events, health and, where it is built, the browser app. */
export function createApp({ wakes, oidc, vendorEventSecrets = {}, webDir, ...dependencies }: AppOptions): Express {
  const { router, document } = createOperations(dependencies);
  const app = express().disable('x-powered-by').set('query parser', 'simple');
  app.use(pinoHttp({ logger: dependencies.log, useLevel: 'debug', serializers: { req: requestLine } }));
  app.use(helmet({ contentSecurityPolicy: { directives: contentSecurity(oidc.issuer) } }));
  app.use(healthRoutes(dependencies));
  app.get('/v1/openapi.json', (_req, res) => void res.json(document));
  app.get('/v1/sign-in', (_req, res) => void res.json({ issuer: oidc.issuer }));
  app.use(vendorEventRoutes({ ...dependencies, secrets: vendorEventSecrets }));

  app.use('/v1', authenticate(oidc));
  app.get('/v1/events', eventStream({ database: dependencies.database, wakes, log: dependencies.log }));
  app.use(jsonBody);
  app.use(router);
  app.use('/v1', nothingHere);
  if (webDir !== undefined) app.use(webPages(webDir));
  app.use(nothingHere, problemHandler(dependencies.log));
  return app;
}

/** Only what this server serves, and the issuer for signing in. */
const contentSecurity = (issuer: string) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'", new URL(issuer).origin],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  upgradeInsecureRequests: null,
});

/** Headers carry tokens, so they stay out of the log. */
const requestLine = ({ method, url, id }: { method: string; url: string; id: unknown }) => ({ method, url, id });
