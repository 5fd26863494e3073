import { dateWords } from '../../words/time.ts';

/** When the same order would be possible, by its contract dates; null when no date alone makes it so. */
export function eligibilityWords({
  eligibleFrom,
  eligibleUntil,
}: {
  eligibleFrom: string | null;
  eligibleUntil: string | null;
}): string | null {
  if (eligibleFrom && eligibleUntil) return `Possible from ${dateWords(eligibleFrom)} to ${dateWords(eligibleUntil)}.`;
  if (eligibleFrom) return `Possible from ${dateWords(eligibleFrom)}.`;
  if (eligibleUntil) return `Possible until ${dateWords(eligibleUntil)}.`;
  return null;
}
