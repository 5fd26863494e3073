import { z } from 'zod';
import { DetailsForm } from './details-form.ts';
import type { Answer } from './exchange.ts';
import type { VendorDetails, VendorReceipt } from './provisioner.ts';
import { VendorAnswerInvalid, VendorBusy, VendorRefused, VendorUnavailable } from './provisioner.ts';
import { ReceiptForm } from './receipt-form.ts';
import { retryAfterMs } from './retry-after.ts';

const Settlement = z.object({ key: z.string(), status: z.enum(['voided', 'alreadyApplied']) });

const Refusal = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/),
  message: z.string().transform(storable),
});

/** The receipt in a 200. Throws VendorAnswerInvalid when there is none, or one of another key. */
export const receiptIn = (answer: Answer, key: string): VendorReceipt => ofKey(key, read(ReceiptForm, answer));

/** The outcome in the 200 of a void request. Throws VendorAnswerInvalid when there is none, or one of another key. */
export const settlementIn = (answer: Answer, key: string): 'voided' | 'alreadyApplied' =>
  ofKey(key, read(Settlement, answer)).status;

/** The subscription in a 200. Throws VendorAnswerInvalid when there is none, or another one. */
export function detailsIn(answer: Answer, subscriptionId: string): VendorDetails {
  const { id, ...details } = read(DetailsForm, answer);
  if (id === subscriptionId) return details;
  throw new VendorAnswerInvalid(
    `The vendor was asked about the subscription ${subscriptionId} and answered about another`,
  );
}

/** The refusal in a 4xx, as the error to throw. Throws VendorAnswerInvalid when it is not one in the contract's form. */
export function refusalIn(answer: Answer): VendorRefused {
  const { code, message } = read(Refusal, answer);
  return new VendorRefused(code, message);
}

/** Whether this is the vendor's own `code`, and not the 404 or 410 of something in between that does not know the address. */
export const says = ({ json }: Answer, code: string): boolean => Refusal.safeParse(json).data?.code === code;

/** The error for a status that is no answer to what was asked. */
export function noAnswer({ status, headers }: Answer): VendorBusy | VendorUnavailable | VendorAnswerInvalid {
  if (status === 429 || status === 503) return new VendorBusy(`The vendor is busy (${status})`, retryAfterMs(headers));
  if (status === 401 || status === 403) return new VendorUnavailable(`The vendor does not accept our key (${status})`);
  if (status >= 500) return new VendorUnavailable(`The vendor failed (${status})`);
  return new VendorAnswerInvalid(`The vendor answered ${status}, which its contract does not allow here`);
}

function read<T>(schema: z.ZodType<T>, { status, json }: Answer): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'body'}: ${code}`).join(', ');
  throw new VendorAnswerInvalid(`The vendor's answer (${status}) is not in its contract's form: ${fields}`);
}

function ofKey<T extends { key: string }>(key: string, answer: T): T {
  if (answer.key === key) return answer;
  throw new VendorAnswerInvalid(`The vendor was asked about the key ${key} and answered about another`);
}

/** The text without what Postgres (NUL), JSON (lone surrogates) or a log line (line breaks) cannot hold, and not endless. */
function storable(text: string): string {
  return Array.from(text.replace(/[\p{Cc}\p{Cs}]+/gu, ' '))
    .slice(0, 500)
    .join('');
}
