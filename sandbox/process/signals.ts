/** What a process takes as the request to end in good order. */
export type StopSignal = 'SIGTERM' | 'SIGINT';

/** Signals one process; one that is gone already is no error. */
export const signalOne = (pid: number, signal: NodeJS.Signals): void => send(pid, signal);

/** Signals the process and all that share its process group; a group that is gone already is no error. */
export const signalGroup = (pid: number, signal: NodeJS.Signals): void => send(-pid, signal);

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch (error) {
    // macOS answers EPERM for a group of which only zombies are left.
    const gone = ['ESRCH', ...(target < 0 ? ['EPERM'] : [])];
    if (!gone.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
