import { z } from 'zod';
import { operationNames } from './operation.ts';

/** Ways to go wrong, or to take long; docs/vendor-contract.md says what each does. */
export const faultModes = [
  'refuse',
  'timeoutBefore',
  'timeoutAfter',
  'lateEffect',
  'tooMany',
  'error',
  'garbage',
  'wrongId',
  'redirect',
  'slowBody',
  'down',
  'hold',
  'slow',
] as const;
export type FaultMode = (typeof faultModes)[number];

/** Which kind of request meets a fault. */
export const callKinds = ['apply', 'lookUp', 'void', 'read'] as const;
export type CallKind = (typeof callKinds)[number];

export const Fault = z.strictObject({
  mode: z.enum(faultModes),
  /** After so many calls all is well again; without it, not before the fault is cleared. */
  times: z.int().min(1).optional(),
  /** Default: every kind when `down`, otherwise `apply` alone. */
  calls: z.array(z.enum(callKinds)).min(1).optional(),
  /** Default: every operation. With it, only calls of these, so none that reads a subscription. */
  operations: z.array(z.enum(operationNames)).min(1).optional(),
  /** Whether the operation is applied before the fault shows, where that is open. */
  applied: z.boolean().optional(),
  /** `slow`: until the answer; `lateEffect`: until the effect; `slowBody`: between two bytes. Default 1000. */
  delayMs: z.int().min(0).max(3_600_000).default(1000),
  /** Retry-After of `tooMany` and `error`: seconds, or any text as it stands, such as an HTTP date. */
  retryAfter: z.union([z.int().nonnegative(), z.string().regex(/^[\x20-\x7e]+$/)]).optional(),
  /** Of `error`. */
  status: z.int().min(500).max(599).default(500),
  /** Of `refuse`. */
  code: z.string().default('REFUSED'),
  /** Of `redirect`. */
  location: z.url().default('https://elsewhere.invalid/'),
});
export type Fault = z.infer<typeof Fault>;
/** A fault as it is asked for, defaults left out. */
export type FaultRequest = z.input<typeof Fault>;
