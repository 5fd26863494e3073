import { planOf } from '../../domain/catalogue.ts';
import { addMonths, type PlainDate } from '../../domain/plain-date.ts';
import type { Hypothesis } from '../../domain/simulate.ts';
import { invalidFields } from '../problem.ts';
import type { SimulationBody } from './simulation-body.ts';
import type { Situation } from './situation.ts';

/** As far ahead as anything may be supposed. */
const MOST_MONTHS_AHEAD = 36;

type Fault = { field: string; message: string };
type Step = SimulationBody['steps'][number];

/** What is supposed of a subscription, as far as it can be supposed of this one today. Throws INVALID_REQUEST naming each place. */
export function hypothesesOf(
  steps: SimulationBody['steps'],
  { until, situation }: { until: PlainDate; situation: Situation },
): Hypothesis[] {
  const { today } = situation;
  const last = addMonths(today, MOST_MONTHS_AHEAD);
  const faults = [
    ...within('until', until, { today, last }),
    ...steps.flatMap((step, index) => faultsOf(step, `steps.${index}`, { today, last: until, situation })),
  ];
  if (faults.length > 0) throw invalidFields(faults);
  return steps.map(({ date, order, fact }) =>
    order ? { date, order } : { date, fact: fact as NonNullable<Step['fact']> },
  );
}

function faultsOf(
  { date, order, fact }: Step,
  place: string,
  { today, last, situation }: { today: PlainDate; last: PlainDate; situation: Situation },
): Fault[] {
  return [
    ...within(`${place}.date`, date, { today, last }),
    ...(order ? faultsOfOrder(order, `${place}.order`, situation) : []),
    ...(fact && 'planId' in fact && !planOf(situation.product, fact.planId)
      ? [{ field: `${place}.fact.planId`, message: 'The product has no such plan' }]
      : []),
  ];
}

function within(field: string, date: PlainDate, { today, last }: { today: PlainDate; last: PlainDate }): Fault[] {
  if (date < today) return [{ field, message: `Is in the past; the first day is ${today}` }];
  return date > last ? [{ field, message: `Is too far away; the last day is ${last}` }] : [];
}

function faultsOfOrder(order: NonNullable<Step['order']>, place: string, { subscription }: Situation): Fault[] {
  if (order.type === 'purchase') return [{ field: `${place}.type`, message: 'A purchase is of no subscription yet' }];
  return order.subscriptionId === subscription.id
    ? []
    : [{ field: `${place}.subscriptionId`, message: `Is not ${subscription.id}` }];
}
