import './badge.css';

export type BadgeKind = 'good' | 'waiting' | 'bad' | 'neutral';

/** A word for a state. The colour repeats what the word says. */
export function Badge({ kind, children }: { kind: BadgeKind; children: string }) {
  return <span className={`badge badge-${kind}`}>{children}</span>;
}
