import { Webhook } from 'standardwebhooks';

/**
 * Sends one event of a vendor to Changeover, signed as Standard Webhooks has it with `secret` (`whsec_…`). `id` names the
 * event for good, however often it is sent. Rejects when no answer comes within ten seconds.
 */
export function sendSignedEvent({
  url,
  secret,
  id,
  event,
}: {
  url: string;
  secret: string;
  id: string;
  event: object;
}): Promise<Response> {
  const at = new Date();
  const body = JSON.stringify(event);
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
}
