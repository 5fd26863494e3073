import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import { type Answer, refusal, send } from './answer.ts';
import type { FaultMode } from './fault.ts';
import type { ActiveFault } from './faults.ts';

/** One request that meets a fault. `perform` does what it asks for, once however often it is called, and gives the right answer. */
export type Misfortune = { fault: ActiveFault; res: Response; perform: () => Promise<Answer>; wasApplied: boolean };

/** Treats the request as the fault's mode says. */
export async function misbehave(misfortune: Misfortune): Promise<void> {
  const { fault, perform } = misfortune;
  fault.held += 1;
  try {
    if (fault.applied ?? appliesFirst.includes(fault.mode)) await perform();
    await modes[fault.mode](misfortune);
  } finally {
    fault.held -= 1;
  }
}

const appliesFirst: FaultMode[] = ['timeoutAfter', 'garbage', 'wrongId', 'slowBody'];

const modes: Record<FaultMode, (misfortune: Misfortune) => void | Promise<void>> = {
  // Once applied, even this vendor stands by its receipt.
  refuse: async ({ res, fault, perform, wasApplied }) =>
    send(res, wasApplied ? await perform() : refusal(422, fault.code, 'The vendor does not allow this change.')),

  timeoutBefore: () => {},
  timeoutAfter: () => {},

  lateEffect: async ({ res, fault, perform }) => {
    send(res, refusal(504, 'TIMEOUT', 'The answer takes too long.'));
    await wait(fault.delayMs);
    await perform();
  },

  tooMany: ({ res, fault }) => {
    retryAfter(res, fault);
    send(res, refusal(429, 'TOO_MANY_REQUESTS', 'Too many requests.'));
  },

  error: ({ res, fault }) => {
    retryAfter(res, fault);
    send(res, refusal(fault.status, 'INTERNAL', 'Something went wrong.'));
  },

  garbage: ({ res }) => {
    res.type('json').end('{"key": "o-1:chan');
  },

  wrongId: async ({ res, perform }) => {
    const { status, body } = await perform();
    send(res, { status, body: { ...body, id: 'another', key: 'another:1', subscriptionId: 'another' } });
  },

  redirect: ({ res, fault }) => res.redirect(307, fault.location),

  slowBody: async ({ res, fault, perform }) => {
    const { status, body } = await perform();
    res.status(status).type('json');
    for (const byte of Buffer.from(JSON.stringify(body))) {
      if (res.closed) return;
      res.write(Buffer.of(byte));
      await wait(fault.delayMs);
    }
    res.end();
  },

  down: ({ res }) => {
    res.socket?.destroy();
  },

  hold: async ({ res, fault, perform }) => {
    await fault.over;
    send(res, await perform());
  },

  slow: async ({ res, fault, perform }) => {
    await wait(fault.delayMs);
    send(res, await perform());
  },
};

function retryAfter(res: Response, { retryAfter: value }: ActiveFault): void {
  if (value !== undefined) res.set('Retry-After', String(value));
}
