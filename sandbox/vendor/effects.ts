import type { Change } from './operation.ts';
import type { Subscription } from './subscription.ts';

/** The subscription after the operation. A licence that expires, expires with its service period. */
export function effect(subscription: Subscription, change: Change): Subscription {
  switch (change.operation) {
    case 'changeQuantity':
      return { ...subscription, quantity: change.quantity };
    case 'changePlan':
      return { ...subscription, planId: change.planId };
    case 'changeOptions':
      return { ...subscription, options: held([...unnamed(subscription.options, change.options), ...change.options]) };
    case 'changeTerm':
      return inTerm(subscription, change);
    case 'changeRenewal':
      return { ...subscription, autoRenewal: change.autoRenewal };
    case 'changeExpiration':
      return expiringOn(subscription, change.expirationDate);
    case 'changeLicenceSettings': {
      const { unitsPerLicence, expirationNotificationDays, managed } = change;
      return { ...subscription, unitsPerLicence, expirationNotificationDays, managed };
    }
    case 'suspend':
      return { ...subscription, state: 'suspended' };
    case 'activate':
      return { ...subscription, state: 'active' };
    case 'terminate':
      return { ...subscription, state: 'terminated' };
    case 'renew': {
      const { planId, quantity, options } = change;
      return { ...inTerm(subscription, change), planId, quantity, options: held(options) };
    }
  }
}

type Options = Subscription['options'];

const unnamed = (options: Options, named: Options): Options =>
  options.filter(({ optionId }) => !named.some((one) => one.optionId === optionId));

const held = (options: Options): Options =>
  options.filter(({ quantity }) => quantity > 0).toSorted((one, other) => (one.optionId < other.optionId ? -1 : 1));

const inTerm = (
  subscription: Subscription,
  { term, servicePeriod }: Pick<Subscription, 'term' | 'servicePeriod'>,
): Subscription => ({
  ...subscription,
  term,
  servicePeriod,
  autoRenewal: { ...subscription.autoRenewal, frequency: term },
  expirationDate: subscription.expirationDate && servicePeriod.end,
});

const expiringOn = (subscription: Subscription, expirationDate: string | null): Subscription => ({
  ...subscription,
  expirationDate,
  ...(expirationDate !== null && { servicePeriod: { ...subscription.servicePeriod, end: expirationDate } }),
});
