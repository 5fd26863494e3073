import type { Product } from '../catalogue.ts';
import { descriptionOf } from '../order-types.ts';
import { addDays, addMonths, type PlainDate } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import { advance, type Step, type World } from '../world.ts';
import { noticesOf } from './calendar-notices.ts';
import { type PhaseSpan, phaseSpans } from './phase-spans.ts';

/** How far a calendar reaches, in months. */
export const CALENDAR_MONTHS = 18;

export const calendarKinds = [
  'renewalWindowOpens',
  'renewalWindowCloses',
  'periodEnds',
  'renewal',
  'expiry',
  'pendingChange',
  'lastSafeDay',
  'resumption',
  'activation',
  'expiringSoon',
  'decreasePossible',
  'endOfSale',
  'endOfLife',
] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** Something that happens, or becomes or stops being possible, on a day in the product's zone. */
export type CalendarEntry = { date: PlainDate; kind: CalendarKind; title: string; orderId: string | null };

export type Calendar = {
  from: PlainDate;
  until: PlainDate;
  /** Without gap or overlap from `from` to `until`. */
  phases: readonly PhaseSpan[];
  /** In the order of their dates. */
  entries: readonly CalendarEntry[];
};

/** What the coming months hold for a subscription if nobody orders anything more. */
export function calendar(start: World, product: Product, policy: Policy, months: number = CALENDAR_MONTHS): Calendar {
  const from = start.date;
  const until = addDays(addMonths(from, months), -1);
  const { steps } = advance(start, product, until);
  const worlds = [start, ...steps.map(({ world }) => world)];
  const phases = phaseSpans(worlds, policy, until);
  const entries = [
    ...steps.flatMap((step) => happeningEntry(step, product)),
    ...windowEntries(phases, product),
    ...noticesOf(worlds, product, policy),
    ...safeDays(start, product),
  ]
    .filter(({ date }) => date >= from && date <= until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { from, until, phases, entries: withoutRepeats(entries) };
}

const entry = (date: PlainDate, kind: CalendarKind, title: string, orderId: string | null = null): CalendarEntry => ({
  date,
  kind,
  title,
  orderId,
});

function happeningEntry({ happening, world }: Step, product: Product): CalendarEntry[] {
  const { date } = happening;
  switch (happening.kind) {
    case 'effect': {
      const { order } = happening;
      return [entry(date, 'pendingChange', descriptionOf(order).words.ordered({ order, product }), happening.orderId)];
    }
    case 'renewal': {
      const { start, end } = world.subscription.servicePeriod;
      return [
        entry(addDays(date, -1), 'periodEnds', 'The service period ends'),
        entry(date, 'renewal', `Renewed: the next service period is ${start} to ${end}`),
      ];
    }
    case 'expiry':
      return [
        entry(addDays(date, -1), 'periodEnds', 'The service period ends, and is not renewed'),
        entry(date, 'expiry', `${product.name} has expired`),
      ];
    case 'resumption':
      return [entry(date, 'resumption', 'The suspension ends')];
    case 'activation':
      return [entry(date, 'activation', `${product.name} is activated`)];
  }
}

const windowEntries = (phases: readonly PhaseSpan[], { vendorLeadDays }: Product): CalendarEntry[] =>
  phases
    .filter(({ phase }) => phase === 'renewalWindow')
    .flatMap(({ from, until }) => {
      const lastSafe = addDays(until, -vendorLeadDays);
      return [
        entry(
          from,
          'renewalWindowOpens',
          'The renewal window opens: reductions and the change to monthly are possible',
        ),
        entry(until, 'renewalWindowCloses', 'The renewal window closes at the end of this day'),
        ...(lastSafe >= from && vendorLeadDays > 0
          ? [
              entry(
                lastSafe,
                'lastSafeDay',
                `Last day on which the vendor can still be told in time, ${vendorLeadDays} days before the window closes`,
              ),
            ]
          : []),
      ];
    });

/** The last day on which a pending change can still be replaced or taken back in time for the vendor. */
const safeDays = ({ facts }: World, product: Product): CalendarEntry[] =>
  facts.pendingChanges.map(({ orderId, order, effectiveDate }) =>
    entry(
      addDays(effectiveDate, -1 - product.vendorLeadDays),
      'lastSafeDay',
      `Last day to take back: ${descriptionOf(order).words.ordered({ order, product })}`,
      orderId,
    ),
  );

function withoutRepeats(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ date, kind, title, orderId }) => {
    const key = `${date} ${kind} ${title} ${orderId}`;
    return !seen.has(key) && seen.add(key);
  });
}
