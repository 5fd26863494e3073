import type { IncomingHttpHeaders } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** Signing secrets by vendor, each `whsec_` and base64. */
export type VendorEventSecrets = Readonly<Record<string, string>>;

/**
 * The vendors whose secret the body is signed with (Standard Webhooks, at most five minutes ago or ahead); several where they
 * share one. The body is looked at as it was sent, before anything reads it.
 */
export function signersOf(secrets: VendorEventSecrets, body: Buffer, headers: IncomingHttpHeaders): string[] {
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name] ?? '')]),
  );
  return Object.keys(secrets).filter((vendor) => isSignedWith(secrets[vendor] ?? '', body, signed));
}

function isSignedWith(secret: string, body: Buffer, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
