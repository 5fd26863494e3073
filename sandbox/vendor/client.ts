import type { CallCounts } from './calls.ts';
import type { Entry } from './entry.ts';
import type { FaultRequest } from './fault.ts';
import type { ActiveFault } from './faults.ts';
import type { LeadTimes } from './lead-times.ts';
import type { EventsAs } from './occurrence.ts';
import type { RegistrationRequest, Subscription } from './subscription.ts';

export type ShownFault = Omit<ActiveFault, 'over'>;

export type VendorClient = ReturnType<typeof createVendorClient>;

/**
 * The simulated vendor's own side, for the seed, for tests and for trying things out. A target is the id of a subscription, or
 * `*` for all without a fault of their own. Every function throws when the vendor answers no.
 */
export function createVendorClient({ url, apiKey }: { url: string; apiKey: string }) {
  async function call(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.ok) return response;
    throw new Error(`The vendor answers ${response.status} to ${method} ${path}: ${await response.text()}`);
  }
  const json = async <T>(method: string, path: string, body?: object) =>
    (await (await call(method, path, body)).json()) as T;
  const query = (subscriptionId: string | undefined) =>
    subscriptionId === undefined ? '' : `?subscriptionId=${encodeURIComponent(subscriptionId)}`;

  const addressOf = (id: string, verb = '') => `/subscriptions/${encodeURIComponent(id)}${verb}`;

  return {
    /** Leaves a subscription that exists already as it is, so a seed may run again after orders. */
    registerSubscription: (id: string, registration: RegistrationRequest) =>
      json<Subscription>('PUT', addressOf(id), registration),

    subscription: (id: string) => json<Subscription>('GET', addressOf(id)),

    /** The customer logs on for the first time. `as` says whom the event names, where the registration does not. */
    firstLogon: (id: string, as: EventsAs = {}) => json<Subscription>('POST', addressOf(id, '/first-logon'), as),

    /** The customer enters a code. Throws when it is not the subscription's. */
    activateWithCode: (id: string, code: string, as: EventsAs = {}) =>
      json<Subscription>('POST', addressOf(id, '/activate-with-code'), { code, ...as }),

    /** So many units are in use now, in total. */
    assign: (id: string, quantity: number, as: EventsAs = {}) =>
      json<Subscription>('POST', addressOf(id, '/assigned'), { quantity, ...as }),

    /** All entries in their order, or those of one subscription; voided keys name none. */
    ledger: async (subscriptionId?: string) =>
      (await json<{ entries: Entry[] }>('GET', `/ledger${query(subscriptionId)}`)).entries,

    /** Requests to the contract since the process started, whatever became of them; look-ups of a key never seen count for `*` alone. */
    calls: (subscriptionId?: string) => json<CallCounts>('GET', `/calls${query(subscriptionId)}`),

    /** How long operations take from now on, in milliseconds; those not named are done at once. */
    setLeadTimes: (times: LeadTimes) => json<LeadTimes>('PUT', '/lead-times', times),

    setFault: (target: string, fault: FaultRequest) => json<ShownFault>('PUT', `/faults/${target}`, fault),

    /** The fault with its counts; it stays, met as often as it may be, until it is cleared. Throws when none is set. */
    fault: (target: string) => json<ShownFault>('GET', `/faults/${target}`),

    faults: async () => (await json<{ faults: ShownFault[] }>('GET', '/faults')).faults,

    /** Also lets go what the fault holds. No error when none is set. */
    clearFault: async (target: string): Promise<void> => {
      await call('DELETE', `/faults/${target}`);
    },

    /** Ends the fault and lets go what it holds; says how many calls that were. Throws when none is set. */
    release: async (target: string) => (await json<{ released: number }>('POST', `/faults/${target}/release`)).released,
  };
}
