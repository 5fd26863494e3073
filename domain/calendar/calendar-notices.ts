import { type Product, planOf } from '../catalogue.ts';
import { expiringSoonFrom } from '../licence-status.ts';
import { type PlainDate, startOfNextMonth } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import type { World } from '../world.ts';
import type { CalendarEntry, CalendarKind } from './calendar.ts';

/** What a customer wants to be told of in time: licences that expire, plans that end, decreases that become possible. */
export function noticesOf(worlds: readonly World[], product: Product, policy: Policy): CalendarEntry[] {
  return worlds.flatMap((world, index) => {
    const next = worlds[index + 1];
    const holds = (date: PlainDate) => date >= world.date && (next === undefined || date < next.date);
    return [...licenceNotices(world), ...planNotices(world, product), ...decreaseNotices(world, policy)].filter(
      ({ date }) => holds(date),
    );
  });
}

const notice = (date: PlainDate, kind: CalendarKind, title: string): CalendarEntry => ({
  date,
  kind,
  title,
  orderId: null,
});

function licenceNotices({ subscription }: World): CalendarEntry[] {
  const soon = expiringSoonFrom(subscription);
  return soon === null ? [] : [notice(soon, 'expiringSoon', `The licence expires on ${subscription.expirationDate}`)];
}

function planNotices({ subscription }: World, product: Product): CalendarEntry[] {
  const plan = planOf(product, subscription.planId);
  if (plan === undefined) return [];
  const { name, endOfSaleDate, endOfLifeDate } = plan;
  return [
    ...(endOfSaleDate === null ? [] : [notice(endOfSaleDate, 'endOfSale', `${name} reaches End of Sale`)]),
    ...(endOfLifeDate === null ? [] : [notice(endOfLifeDate, 'endOfLife', `${name} reaches End of Life`)]),
  ];
}

/** R14: the first day after a month in which no decrease was possible. */
function decreaseNotices({ subscription, facts }: World, policy: Policy): CalendarEntry[] {
  const { notInMonthOf = [] } = policy.rules.monthlyDecrease ?? {};
  if (subscription.term !== 'monthly') return [];
  const locked = [
    ...(notInMonthOf.includes('firstOrder') ? [subscription.firstOrderDate] : []),
    ...(notInMonthOf.includes('increase') && facts.lastIncreaseDate !== null ? [facts.lastIncreaseDate] : []),
  ];
  return locked.map((day) =>
    notice(startOfNextMonth(day), 'decreasePossible', 'A decrease of the quantity is possible again'),
  );
}
