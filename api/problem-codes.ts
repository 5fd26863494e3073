import { rejections } from '../domain/rejections.ts';

/** Every problem the API itself answers; those of the contract rules are in domain/rejections.ts. docs/errors.md explains each. */
const ofTheApi = {
  MALFORMED_JSON: { status: 400, title: 'The body is not valid JSON', advice: 'Send a JSON document.' },
  INVALID_REQUEST: {
    status: 400,
    title: 'The request is not valid',
    advice: 'Correct the fields named in errors; unknown fields are not accepted.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: 'The header Idempotency-Key is missing',
    advice: 'Send a new random key for a new order, and the same key when you repeat a request.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    title: 'The header Idempotency-Key is not valid',
    advice: 'Use 1 to 255 printable ASCII characters without spaces.',
  },
  UNAUTHENTICATED: { status: 401, title: 'You are not signed in', advice: 'Send a valid access token.' },
  SIGNATURE_INVALID: {
    status: 401,
    title: 'The signature is not accepted',
    advice:
      'Sign the body as it is sent with the secret agreed on, by Standard Webhooks: webhook-id, webhook-timestamp (now), webhook-signature.',
  },
  PLAN_NOT_HELD: {
    status: 403,
    title: 'None of your accounts has a subscription to this plan',
    advice: 'Leave the approval to a partner whose accounts have the plan.',
  },
  TENANT_UNKNOWN: {
    status: 403,
    title: 'This installation does not know your tenant',
    advice: 'Ask whoever runs it to set the tenant up, or sign in elsewhere.',
  },
  NOT_FOUND: { status: 404, title: 'There is nothing at this address', advice: 'Check the address.' },
  ORDER_NOT_FOUND: { status: 404, title: 'There is no such order', advice: 'Check the order id.' },
  SUBSCRIPTION_NOT_FOUND: {
    status: 404,
    title: 'There is no such subscription',
    advice: 'Check the subscription id.',
  },
  ACCOUNT_NOT_FOUND: { status: 404, title: 'There is no such account', advice: 'Check the account id.' },
  PRODUCT_NOT_FOUND: { status: 404, title: 'There is no such product', advice: 'Check the product id.' },
  PLAN_NOT_FOUND: { status: 404, title: 'There is no such plan', advice: 'Check the plan id.' },
  POLICY_NOT_FOUND: {
    status: 404,
    title: 'There is no such policy, or no such version of it',
    advice: 'Check the policy id and the version.',
  },
  VENDOR_EVENT_SUBJECT_UNKNOWN: {
    status: 404,
    title: 'What the event is about is not known here',
    advice: 'Send the event again later: its subscription or plan may still be on its way.',
  },
  ORDER_NOT_FINISHED: {
    status: 409,
    title: 'The order has no outcome to acknowledge yet',
    advice: 'Wait until the order is completed or failed.',
  },
  ORDER_NOT_CANCELLABLE: {
    status: 409,
    title: 'The order can no longer be taken back',
    advice: 'Read the order: what it has done can be changed by another order.',
  },
  ORDER_NOT_HELD: {
    status: 409,
    title: 'The order is not held, so there is nothing to repair',
    advice: 'Read the order again.',
  },
  NOTHING_TO_APPROVE: {
    status: 409,
    title: 'No change of the composition awaits approval',
    advice: 'Read the plan again; there is nothing to do.',
  },
  POLICY_VERSION_CONFLICT: {
    status: 409,
    title: 'The policy has another latest version than the request expects',
    advice:
      'Read the policy again, and decide whether the draft still holds beside the version that was published since.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    title: 'It is no longer what the request expects',
    advice: 'Read it again, and decide on what it is now.',
  },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large', advice: 'Send at most 100 kB.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The body is not JSON',
    advice: 'Send Content-Type: application/json, in UTF-8 and not compressed.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The Idempotency-Key was used for another order',
    advice: 'Use a new key for a new order; repeat a request with exactly the same body.',
  },
  ACKNOWLEDGEMENT_NOT_CONFIRMED: {
    status: 422,
    title: 'The order status has not been confirmed',
    advice: 'Tick the box (confirmed: true) once you have read the notification. It stays until then.',
  },
  APPROVAL_NOT_CONFIRMED: {
    status: 422,
    title: 'The change of the composition has not been approved',
    advice: 'Review the change, then send confirmed: true.',
  },
  POLICY_NOT_VALID: {
    status: 422,
    title: 'The draft of the policy has errors',
    advice: 'Mend what findings name. Nothing was published: the version in force goes on.',
  },
  FACT_IN_FUTURE: {
    status: 422,
    title: 'A fact cannot hold from a day that has not come',
    advice: 'Send it when it has happened, with the day or the instant at which it did.',
  },
  CARD_NUMBER_REFUSED: {
    status: 422,
    title: 'A card number is not accepted here',
    advice: 'Send the reference that your payment provider gives for the card, never the number itself.',
  },
  INTERNAL: {
    status: 500,
    title: 'Something went wrong',
    advice: 'Repeat the request with the same Idempotency-Key; if it goes on, contact support.',
  },
  TEMPORARILY_UNAVAILABLE: {
    status: 503,
    title: 'The service cannot answer now',
    advice: 'Repeat the request with the same Idempotency-Key after the time in Retry-After; nothing is done twice.',
  },
  CATALOGUE_INCOMPLETE: {
    status: 503,
    title: 'The product cannot be ordered for at the moment',
    advice:
      'Contact support with the order id; once the catalogue is mended, repeat the request with the same Idempotency-Key.',
  },
  IDENTITY_PROVIDER_UNAVAILABLE: {
    status: 503,
    title: 'Nobody can be recognised now',
    advice: 'Repeat the request after the time in Retry-After.',
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>;

export const problemCodes = { ...ofTheApi, ...rejections };
export type ProblemCode = keyof typeof problemCodes;
