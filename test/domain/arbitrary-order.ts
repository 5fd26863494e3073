import fc from 'fast-check';
import { type Term, terms } from '../../domain/catalogue.ts';
import { type OrderRequest, type OrderType, orderTypes } from '../../domain/order-types.ts';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import type { OptionQuantity } from '../../domain/requested-change.ts';
import type { AutoRenewal } from '../../domain/subscription.ts';
import type { Sample } from './products/sample.ts';

type Common = Pick<OrderRequest, 'contactEmail' | 'requestedStartDate' | 'supersede' | 'note'>;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const quantity = fc.integer({ min: 1, max: 24 });

/** A property that is not there is not `undefined` either. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;

/** Orders of every type for a product, as the API lets them in. */
export function orderFor({ product }: Sample, today: PlainDate): fc.Arbitrary<OrderRequest> {
  const day = (...after: number[]) => fc.constantFrom(...after).map((count) => addDays(today, count));
  const common: fc.Arbitrary<Common> = fc.record({
    contactEmail: fc.constantFrom('hana@hanafoods.example', 'hana@hanafoods.example', undefined),
    requestedStartDate: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      day(-1, 0, 1, 16, 17, 31, 32, 300, 400, 540, 600),
    ),
    supersede: fc.constantFrom(undefined, undefined, true),
    note: fc.constantFrom(undefined, 'by phone'),
  });
  const seldom = <T>(usual: fc.Arbitrary<T>, other: T) =>
    fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(other) });
  const oneOf = (items: readonly { id: string }[], unknown: string) =>
    items.length === 0 ? fc.constant(unknown) : seldom(fc.constantFrom(...items.map(({ id }) => id)), unknown);
  const planId = oneOf(product.plans, 'no-such-plan');
  const term: fc.Arbitrary<Term> = fc.constantFrom(...terms);
  const option: fc.Arbitrary<OptionQuantity> = fc.record({
    optionId: oneOf(product.options, 'no-such-option'),
    quantity: fc.integer({ min: 0, max: 10 }),
  });
  const options = fc.uniqueArray(option, { minLength: 1, maxLength: 2, selector: ({ optionId }) => optionId });
  const autoRenewal: fc.Arbitrary<AutoRenewal> = fc.record({ enabled: fc.boolean(), frequency: term });
  const settings = {
    unitsPerLicence: fc.integer({ min: 1, max: 24 }),
    expirationNotificationDays: fc.integer({ min: 0, max: 90 }),
    managed: fc.boolean(),
  };
  const expirationDate = day(-1, 0, 20, 400);
  const atLeastOne = (parts: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(parts, { requiredKeys: [] }).filter((chosen) => Object.keys(chosen).length > 0);

  // A new type does not compile until it has an arbitrary of its own fields.
  const own: Record<OrderType, fc.Arbitrary<object>> = {
    changeQuantity: fc.record({ quantity, expectedCurrentQuantity: quantity, confirmedTotal: maybe(quantity) }),
    cancel: fc.record({ immediately: maybe(fc.boolean()) }),
    undoCancel: fc.constant({}),
    suspend: fc.record({ until: maybe(day(0, 1, 20, 400)) }),
    activate: fc.constant({}),
    changeServicePlan: atLeastOne({ planId, options, expirationDate, autoRenewal, ...settings }),
    changeTerm: fc.record({ term }),
    changeOptions: fc.record({ options }),
    changeRenewal: fc.record({ autoRenewal }),
    changeExpiration: fc.record({ expirationDate }),
    changeLicenceSettings: atLeastOne(settings),
    purchase: fc.record({
      accountId: fc.constant('acc-1'),
      productId: fc.constant(product.id),
      planId,
      quantity,
      term,
      options: maybe(options),
      activation: fc.record({ mode: fc.constantFrom('firstLogon', 'onDate', 'code'), date: maybe(day(0, 20)) }),
      additional: maybe(fc.boolean()),
    }),
    renew: fc.constant({}),
  };

  const type = fc.oneof(
    { weight: 2, arbitrary: fc.constant('changeQuantity' as const) },
    { weight: product.settings.length + 1, arbitrary: fc.constantFrom(...(Object.keys(orderTypes) as OrderType[])) },
    { weight: 2, arbitrary: fc.constantFrom('changeTerm' as const, 'cancel' as const, 'suspend' as const) },
    { weight: product.options.length, arbitrary: fc.constant('changeOptions' as const) },
  );
  return type.chain((chosen) =>
    fc.tuple(common, own[chosen]).map(
      ([{ supersede, ...shared }, fields]) =>
        given({
          type: chosen,
          ...(chosen !== 'purchase' && { subscriptionId: 'sub-1', supersede }),
          ...shared,
          ...fields,
        }) as unknown as OrderRequest,
    ),
  );
}
