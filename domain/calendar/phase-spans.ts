import { addDays, later, type PlainDate } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import type { World } from '../world.ts';
import { openWindow, type Phase, phaseOn } from './phase.ts';
import { renewalWindowOf } from './service-period.ts';

/** Inclusive days of one phase; `ended` after the subscription has been terminated or has expired. */
export type PhaseSpan = { from: PlainDate; until: PlainDate; phase: Phase | 'ended' };

/** The phases from the first world's date until a day, each world holding until the next one's date. Neighbours of one phase are joined. */
export function phaseSpans(worlds: readonly World[], policy: Policy, until: PlainDate): PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  worlds.forEach((world, index) => {
    const next = worlds[index + 1];
    const last = next === undefined ? until : addDays(next.date, -1);
    for (const span of spansOf(world, policy, last)) {
      const previous = spans.at(-1);
      if (previous?.phase === span.phase) previous.until = span.until;
      else spans.push(span);
    }
  });
  return spans;
}

function spansOf({ date, subscription, facts }: World, policy: Policy, until: PlainDate): PhaseSpan[] {
  if (date > until) return [];
  if (subscription.state === 'terminated' || subscription.state === 'expired') {
    return [{ from: date, until, phase: 'ended' }];
  }
  const window = renewalWindowOf(subscription.servicePeriod);
  const open = openWindow(subscription, policy, facts.billingPeriods);
  const turns = [window.start, addDays(window.end, 1), ...(open === null ? [] : [open.start, addDays(open.end, 1)])];
  const starts = [...new Set([date, ...turns.map((day) => later(day, date))])].filter((day) => day <= until).sort();
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return {
      from,
      until: next === undefined ? until : addDays(next, -1),
      phase: phaseOn(subscription, policy, facts.billingPeriods, from),
    };
  });
}
