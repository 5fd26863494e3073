import type { OrderRequest, Rejection } from '../../../client/generated/types.gen.ts';
import type { ApiFailure } from '../../api/failure.ts';
import type { ScreenOrder } from '../types/order-type-screens.ts';
import { adviceFor } from './advice.ts';

/** Why an order was not taken, as the person at the form is told. Dates are contract dates, inclusive. */
export type OrderRejection = {
  /** The order that was not taken, as it was sent. */
  request: ScreenOrder;
  /** Null when what answered was not the API. */
  code: string | null;
  title: string;
  detail: string;
  advice: string | null;
  /** Every rule that failed; none when the order did not get as far as the rules. */
  reasons: readonly Rejection[];
  eligibleFrom: string | null;
  eligibleUntil: string | null;
  /** The order's fields that would make it pass. */
  smallestChange: Rejection['smallestChange'];
  /** An order that would be accepted instead, ready to be sent. */
  suggestedOrder: OrderRequest | null;
  /** Under this id the rejected order is kept. */
  orderId: string | null;
  supportContact: string | null;
  /** What is wrong with each field of the request. */
  fieldErrors: readonly { field: string; message: string }[];
};

/** Reads a rejection out of an answer. Members the answer does not have are null or empty. */
export function orderRejection(failure: ApiFailure, request: ScreenOrder): OrderRejection {
  const { problem } = failure;
  const { title, text } = failure.words;
  const suggestedOrder = problem?.suggestedOrder ?? null;
  return {
    request,
    code: problem?.code ?? null,
    title,
    // The API's own sentence names the fields as programs know them.
    detail: problem?.errors?.map(({ message }) => `${message}.`).join(' ') ?? text,
    advice: problem && adviceFor(problem, { isOffered: suggestedOrder !== null }),
    reasons: Array.isArray(problem?.reasons) ? (problem.reasons as Rejection[]) : [],
    eligibleFrom: textOrNull(problem?.eligibleFrom),
    eligibleUntil: textOrNull(problem?.eligibleUntil),
    smallestChange: (problem?.smallestChange ?? null) as Rejection['smallestChange'],
    suggestedOrder,
    orderId: problem?.orderId ?? null,
    supportContact: problem?.supportContact ?? null,
    fieldErrors: problem?.errors ?? [],
  };
}

/** What the rule that failed with this code had looked at. */
export const inputsOf = ({ reasons }: OrderRejection, code: string): Rejection['inputs'] | undefined =>
  reasons.find((reason) => reason.code === code)?.inputs;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
