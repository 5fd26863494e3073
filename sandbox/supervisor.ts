import { type Exit, type ProcessSpec, type RunningProcess, startProcess } from './process/start-process.ts';

/** A part that ended although nobody asked it to. */
export type Death = { part: RunningProcess; exit: Exit };

export type Supervisor = {
  /** Starts a part; `spec` is called again for each restart. */
  start(spec: () => ProcessSpec): Promise<RunningProcess>;
  /** Takes a part over that is started elsewhere; `again` starts it, also anew, and should heed the signal. */
  adopt<T extends RunningProcess>(again: () => Promise<T>): Promise<T>;
  /** Throws an Error for a name that no part has. */
  part(name: string): RunningProcess;
  /** Starts a part again with the same settings, ending it first if it still runs. */
  restart(name: string): Promise<RunningProcess>;
  /** Tells of parts that end although nobody asked them to, and of one that has so far; parts killed on purpose count too. */
  onDeath(tell: (death: Death) => void): void;
  /** Does work that needs the parts, or starts one: a stop waits for its end before it takes any part away. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Ends everything that was started, newest first, and lets nothing more start; safe to call again. */
  stop(): Promise<void>;
  /** Aborted, with a Stopping, as soon as everything is to stop. */
  signal: AbortSignal;
  /** Runs once, after the last part has been stopped. */
  afterwards(run: () => void): void;
};

/** Thrown when a part was to start, or was starting, while everything is being stopped. */
export class Stopping extends Error {
  override readonly name = 'Stopping';
}

/** Keeps the parts of the sandbox. */
export function createSupervisor(): Supervisor {
  const parts = new Map<string, { running: RunningProcess; again: () => Promise<RunningProcess> }>();
  const listeners: ((death: Death) => void)[] = [];
  const last: (() => void)[] = [];
  const underWay = new Set<Promise<unknown>>();
  const stopped = new AbortController();
  let died: Death | undefined;
  let stopping: Promise<void> | undefined;

  async function during<T>(work: () => Promise<T>): Promise<T> {
    stopped.signal.throwIfAborted();
    const result = work();
    underWay.add(result);
    try {
      return await result;
    } finally {
      underWay.delete(result);
    }
  }

  const adopt = <T extends RunningProcess>(again: () => Promise<T>): Promise<T> =>
    during(async () => {
      const running = await again();
      if (stopped.signal.aborted) {
        await running.stop();
        throw stopped.signal.reason;
      }
      parts.set(running.name, { running, again });
      void running.exited.then((exit) => {
        const current = parts.get(running.name)?.running === running;
        if (stopping || !current) return;
        died = { part: running, exit };
        for (const tell of listeners) tell(died);
      });
      return running;
    });

  const known = (name: string) => {
    const part = parts.get(name);
    if (!part) throw new Error(`No part of the sandbox is called ${name}`);
    return part;
  };

  return {
    adopt,
    during,
    signal: stopped.signal,
    start: (spec) => adopt(() => startProcess({ ...spec(), signal: stopped.signal })),
    part: (name) => known(name).running,
    async restart(name) {
      const { running, again } = known(name);
      parts.delete(name);
      if (died?.part === running) died = undefined;
      await running.stop();
      return adopt(again);
    },
    onDeath(tell) {
      listeners.push(tell);
      if (died) tell(died);
    },
    stop() {
      stopped.abort(new Stopping('Everything is being stopped'));
      stopping ??= (async () => {
        await Promise.allSettled(underWay);
        for (const { running } of [...parts.values()].reverse()) await running.stop();
        for (const run of last.splice(0)) run();
      })();
      return stopping;
    },
    afterwards: (run) => void last.push(run),
  };
}
