import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import express, { type Request, Router } from 'express';
import type { ApiDependencies } from '../dependencies.ts';
import { jsonIn } from '../json-body.ts';
import { Problem } from '../problem.ts';
import { problemResponses } from '../route.ts';
import { z } from '../zod-openapi.ts';
import { VendorEventBody } from './event-body.ts';
import { signersOf, type VendorEventSecrets } from './signature.ts';
import { takeEvent } from './take-event.ts';

const PATH = '/v1/vendor-events';

/** A full stop would let one signed text be read as two different events. */
const EventId = z.object({
  'webhook-id': z.string().regex(/^[\x21-\x2d\x2f-\x7e]{1,256}$/, 'Is not an id of an event'),
});

/**
 * `POST /v1/vendor-events`: what vendors report. Their signature stands in for a token, so it must come before whatever asks
 * for tokens, and before the body's reader: the signature is of the body as it was sent.
 */
export function vendorEventRoutes(
  dependencies: Pick<ApiDependencies, 'database' | 'now'> & { secrets: VendorEventSecrets },
): Router {
  const routes = Router();
  routes.post(PATH, express.raw({ type: () => true, limit: '100kb', inflate: false }), async (req, res) => {
    const body = signedBody(dependencies.secrets, req);
    const { 'webhook-id': eventId } = EventId.parse({ 'webhook-id': req.get('webhook-id') });
    res.json({ outcome: await takeEvent(dependencies, eventId, body) });
  });
  return routes;
}

/** Throws SIGNATURE_INVALID before anything of the body is read; then what is wrong with its form. */
function signedBody(secrets: VendorEventSecrets, req: Request): VendorEventBody {
  const raw: Buffer = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  const signers = signersOf(secrets, raw, req.headers);
  if (signers.length === 0) throw new Problem('SIGNATURE_INVALID');
  if (!req.is('application/json')) throw new Problem('UNSUPPORTED_MEDIA_TYPE');
  const body = VendorEventBody.parse(jsonIn(raw, req.get('content-type') ?? ''));
  if (!signers.includes(body.vendor)) throw new Problem('SIGNATURE_INVALID');
  return body;
}

/** Served beside the operations that ask for a token, so it is described by hand. */
export function describeVendorEvents(registry: OpenAPIRegistry): void {
  registry.registerComponent('securitySchemes', 'standardWebhooks', {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'Standard Webhooks: v1, HMAC-SHA256 of webhook-id, webhook-timestamp and the body, with full stops between',
  });
  registry.registerPath({
    method: 'post',
    path: PATH,
    operationId: 'reportVendorEvent',
    summary: 'Report what happened at a vendor; signed, once per webhook-id',
    tags: ['Facts'],
    security: [{ standardWebhooks: [] }],
    request: {
      headers: z.object({ 'webhook-id': z.string(), 'webhook-timestamp': z.string(), 'webhook-signature': z.string() }),
      body: { required: true, content: { 'application/json': { schema: VendorEventBody } } },
    },
    responses: {
      200: {
        description: 'Kept, now or before',
        content: {
          'application/json': {
            schema: z
              .object({
                outcome: z.enum(['applied', 'superseded', 'duplicate']).openapi({
                  description: 'superseded: kept, but a newer one of its kind had come before; duplicate: kept before',
                }),
              })
              .openapi('VendorEventTaken'),
          },
        },
      },
      ...problemResponses(
        [
          'MALFORMED_JSON',
          'INVALID_REQUEST',
          'SIGNATURE_INVALID',
          'VENDOR_EVENT_SUBJECT_UNKNOWN',
          'PAYLOAD_TOO_LARGE',
          'UNSUPPORTED_MEDIA_TYPE',
          'FACT_IN_FUTURE',
          'CATALOGUE_INCOMPLETE',
        ],
        ['INTERNAL', 'TEMPORARILY_UNAVAILABLE'],
      ),
    },
  });
}
