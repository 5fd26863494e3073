import { useEffect, useState } from 'react';

/** Longer than vendors usually take. */
const USUAL_MS = 15_000;

/** Whether something that began at `since` (milliseconds of this browser's clock) takes longer than usual. */
export function useIsLate(since: number): boolean {
  const [lateSince, setLateSince] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLateSince(since), since + USUAL_MS - Date.now());
    return () => clearTimeout(timer);
  }, [since]);
  return lateSince === since;
}
