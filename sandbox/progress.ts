/** Says one line about what the start is doing right now. */
export type Report = (line: string) => void;

/** Says nothing; for callers that do not show progress. */
export const silent: Report = () => undefined;

/** A report that writes each line with the seconds since it was made, as `  0.4 s  Postgres: …`. */
export function progress(write: (line: string) => void, now: () => number = Date.now): Report {
  const start = now();
  return (line) => write(`${((now() - start) / 1000).toFixed(1).padStart(5)} s  ${line}`);
}
