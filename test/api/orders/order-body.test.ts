import { describe, expect, expectTypeOf, it } from 'vitest';
import { OrderBody, sendable } from '../../../api/orders/order-body.ts';
import { type OrderRequest, type OrderType, orderTypes } from '../../../domain/order-types.ts';

type Flat<T> = { [K in keyof T]: T[K] };
type Body<T extends OrderType> = Flat<Extract<OrderBody, { type: T }>>;
type Request<T extends OrderType> = Flat<Extract<OrderRequest, { type: T }>>;

const on = { subscriptionId: 'sub-hana-av' };
const bodies: { readonly [T in OrderType]: Body<T> } = {
  changeQuantity: { type: 'changeQuantity', ...on, quantity: 6, expectedCurrentQuantity: 5, confirmedTotal: 6 },
  cancel: { type: 'cancel', ...on, immediately: true },
  undoCancel: { type: 'undoCancel', ...on },
  suspend: { type: 'suspend', ...on, until: '2028-02-29' },
  activate: { type: 'activate', ...on },
  changeServicePlan: {
    type: 'changeServicePlan',
    ...on,
    planId: 'advanced',
    options: [{ optionId: 'mail', quantity: 0 }],
  },
  changeTerm: { type: 'changeTerm', ...on, term: 'annual' },
  changeOptions: { type: 'changeOptions', ...on, options: [{ optionId: 'mail', quantity: 2 }] },
  changeRenewal: { type: 'changeRenewal', ...on, autoRenewal: { enabled: false, frequency: 'monthly' } },
  changeExpiration: { type: 'changeExpiration', ...on, expirationDate: '2026-12-31' },
  changeLicenceSettings: { type: 'changeLicenceSettings', ...on, unitsPerLicence: 1, expirationNotificationDays: 0 },
  purchase: {
    type: 'purchase',
    accountId: 'acc-hana',
    productId: 'groupware',
    planId: 'groupware-standard',
    quantity: 20,
    term: 'annual',
    options: [{ optionId: 'mail', quantity: 20 }],
    activation: { mode: 'onDate', date: '2026-12-01' },
    additional: true,
  },
  renew: { type: 'renew', ...on },
};
const common = { contactEmail: 'hana@hanafoods.example', requestedStartDate: '0001-01-01', note: 'why' };
const types = Object.keys(orderTypes) as OrderType[];

/** The places at which a body is wrong. */
const faultsOf = (body: object): string[] =>
  OrderBody.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the body of an order', () => {
  it('is the request of the rules, field by field', () => {
    expectTypeOf<OrderBody['type']>().toEqualTypeOf<OrderType>();
    expectTypeOf<Body<'changeQuantity'>>().toEqualTypeOf<Request<'changeQuantity'>>();
    expectTypeOf<Body<'cancel'>>().toEqualTypeOf<Request<'cancel'>>();
    expectTypeOf<Body<'undoCancel'>>().toEqualTypeOf<Request<'undoCancel'>>();
    expectTypeOf<Body<'suspend'>>().toEqualTypeOf<Request<'suspend'>>();
    expectTypeOf<Body<'activate'>>().toEqualTypeOf<Request<'activate'>>();
    expectTypeOf<Body<'changeServicePlan'>>().toEqualTypeOf<Request<'changeServicePlan'>>();
    expectTypeOf<Body<'changeTerm'>>().toEqualTypeOf<Request<'changeTerm'>>();
    expectTypeOf<Body<'changeOptions'>>().toEqualTypeOf<Request<'changeOptions'>>();
    expectTypeOf<Body<'changeRenewal'>>().toEqualTypeOf<Request<'changeRenewal'>>();
    expectTypeOf<Body<'changeExpiration'>>().toEqualTypeOf<Request<'changeExpiration'>>();
    expectTypeOf<Body<'changeLicenceSettings'>>().toEqualTypeOf<Request<'changeLicenceSettings'>>();
    expectTypeOf<Body<'renew'>>().toEqualTypeOf<Request<'renew'>>();
    // A purchase meets nothing pending that it could supersede; the rules may ask all the same.
    expectTypeOf<Body<'purchase'>>().toEqualTypeOf<Omit<Request<'purchase'>, 'supersede'>>();
  });

  it.each(types)('of the type %s is taken with all that an order may carry', (type) => {
    const body = { ...bodies[type], ...common };
    expect(OrderBody.parse(body)).toEqual(body);
  });

  it.each(types)('of the type %s is refused with a field that is not its own', (type) => {
    for (const field of ['colour', 'tenant', 'state', 'role']) {
      const { error } = OrderBody.safeParse({ ...bodies[type], [field]: 'x' });
      expect(error?.issues[0]?.message).toContain(field);
    }
  });

  it.each(types)('of the type %s is refused without any of the fields that it needs', (type) => {
    const body = bodies[type] as Record<string, unknown>;
    const needed = Object.keys(body).filter((field) => faultsOf({ ...body, [field]: undefined }).length > 0);
    for (const field of needed.filter((field) => field !== 'type')) {
      expect(faultsOf({ ...body, [field]: undefined })).toContainEqual(expect.stringMatching(`^${field}$|^$`));
    }
    expect(needed).toContain('type');
    expect(needed).toContain(type === 'purchase' ? 'accountId' : 'subscriptionId');
  });

  it('of no type, or of one that every object has, is refused at its type', () => {
    for (const type of [undefined, null, '', 'constructor', 'toString', 5]) {
      expect(faultsOf({ ...on, type })).toEqual(['type']);
    }
  });
});

describe('a date in an order', () => {
  const impossible = ['2026-02-30', '2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-12-00'];
  const otherwise = ['0000-01-01', '26-12-01', '2026-12-1', '2026-12-01T00:00:00Z', '10000-01-01', '-2026-01-01', ''];
  // After it no term could follow.
  const tooFar = ['2200-01-01', '9999-12-31'];
  it.each([...impossible, ...otherwise, ...tooFar, ' 2026-12-01', '２０２６-12-01', 20261201, null, true])(
    'that the calendar does not have is refused: %s',
    (date) => {
      expect(faultsOf({ ...bodies.cancel, requestedStartDate: date })).toEqual(['requestedStartDate']);
      expect(faultsOf({ ...bodies.suspend, until: date })).toEqual(['until']);
      expect(faultsOf({ ...bodies.changeExpiration, expirationDate: date })).toEqual(['expirationDate']);
      expect(faultsOf({ ...bodies.changeServicePlan, expirationDate: date })).toEqual(['expirationDate']);
      expect(faultsOf({ ...bodies.purchase, activation: { mode: 'onDate', date } })).toEqual(['activation.date']);
    },
  );

  it.each(['2028-02-29', '2000-02-29', '0001-01-01', '2199-12-31'])('that the calendar has is taken: %s', (date) => {
    expect(faultsOf({ ...bodies.cancel, requestedStartDate: date })).toEqual([]);
  });
});

describe('options in an order', () => {
  const options = (...given: unknown[]) => faultsOf({ ...bodies.changeOptions, options: given });
  it.each<[string, unknown[], string]>([
    ['none', [], 'options'],
    [
      'one that is named twice',
      [
        { optionId: 'a', quantity: 1 },
        { optionId: 'a', quantity: 2 },
      ],
      'options.1.optionId',
    ],
    ['a negative total', [{ optionId: 'a', quantity: -1 }], 'options.0.quantity'],
    ['half a unit', [{ optionId: 'a', quantity: 0.5 }], 'options.0.quantity'],
    ['more than can be meant', [{ optionId: 'a', quantity: 1_000_001 }], 'options.0.quantity'],
    ['no total', [{ optionId: 'a' }], 'options.0.quantity'],
    ['an id that is a path', [{ optionId: '../a', quantity: 1 }], 'options.0.optionId'],
    ['a field that is not known', [{ optionId: 'a', quantity: 1, add: 1 }], 'options.0'],
    ['a name instead of a total', ['a'], 'options.0'],
  ])('are refused: %s', (_, given, place) => {
    expect(options(...given)).toEqual([place]);
    expect(faultsOf({ ...bodies.purchase, options: given })).toEqual([place]);
    expect(faultsOf({ ...bodies.changeServicePlan, options: given })).toEqual([place]);
  });

  it('may be given up', () => {
    expect(options({ optionId: 'a', quantity: 0 }, { optionId: 'b', quantity: 1 })).toEqual([]);
  });
});

describe('settings in an order', () => {
  it.each<[string, unknown]>([
    ['expirationNotificationDays', -1],
    ['expirationNotificationDays', 366],
    ['expirationNotificationDays', 1.5],
    ['expirationNotificationDays', '30'],
    ['unitsPerLicence', 0],
    ['unitsPerLicence', -5],
    ['unitsPerLicence', 1_000_001],
    ['managed', 'yes'],
  ])('are refused: %s %s', (field, value) => {
    expect(faultsOf({ ...bodies.changeLicenceSettings, [field]: value })).toEqual([field]);
    expect(faultsOf({ ...bodies.changeServicePlan, [field]: value })).toEqual([field]);
  });

  it.each<[object, string]>([
    [{ enabled: true }, 'autoRenewal.frequency'],
    [{ enabled: true, frequency: 'weekly' }, 'autoRenewal.frequency'],
    [{ enabled: 1, frequency: 'annual' }, 'autoRenewal.enabled'],
    [{ enabled: true, frequency: 'annual', from: 'now' }, 'autoRenewal'],
  ])('are refused: a renewal %j', (autoRenewal, place) => {
    expect(faultsOf({ ...bodies.changeRenewal, autoRenewal })).toEqual([place]);
    expect(faultsOf({ ...bodies.changeServicePlan, autoRenewal })).toEqual([place]);
  });

  it('are refused where an order names none of those that it could change', () => {
    for (const type of ['changeServicePlan', 'changeLicenceSettings']) {
      const { error } = OrderBody.safeParse({ type, ...on, ...common });
      expect(error?.issues[0]?.message).toMatch(/^Ask for at least one of .*unitsPerLicence/);
    }
  });
});

describe('an order that the rules were asked about', () => {
  it('can be sent where it is a body', () => {
    expect(sendable(bodies.changeQuantity)).toEqual(bodies.changeQuantity);
    expect(sendable({ ...bodies.changeQuantity, quantity: 0 })).toBeNull();
    expect(sendable(null)).toBeNull();
  });
});
