import { type ProblemCode, problemCodes } from './problem-codes.ts';

/** An answer that is not what was asked for: becomes an RFC 9457 document. `extra` adds members of its own to it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    {
      detail = problemCodes[code].title,
      headers = {},
      ...extra
    }: { detail?: string; headers?: Record<string, string> } & Record<string, unknown> = {},
  ) {
    super(detail);
    this.code = code;
    this.extra = extra;
    this.headers = headers;
  }

  get status(): number {
    return problemCodes[this.code].status;
  }

  /** The document as it is sent. `detail` says what is the case here, `advice` what to do next. */
  toJSON(): Record<string, unknown> {
    const { status, title, advice } = problemCodes[this.code];
    return {
      type: `urn:changeover:problem:${this.code}`,
      title,
      status,
      detail: this.message,
      code: this.code,
      advice,
      ...this.extra,
    };
  }
}

/** Says of each field of a request what is wrong with it. */
export function invalidFields(errors: readonly { field: string; message: string }[]): Problem {
  const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return new Problem('INVALID_REQUEST', { detail, errors });
}

/** Seconds after which a request that could not be answered is worth repeating. */
const RETRY_AFTER_SECONDS = '2';

export const temporarilyUnavailable = (detail: string, extra: Record<string, unknown> = {}): Problem =>
  new Problem('TEMPORARILY_UNAVAILABLE', { detail, headers: { 'Retry-After': RETRY_AFTER_SECONDS }, ...extra });
