import type { VendorDetails } from '../../activities/vendor/provisioner.ts';
import type { VendorAction } from '../../domain/vendor-action.ts';

/** A subscription as it is before each operation, unless its case says otherwise. */
export const detailsBefore: VendorDetails = {
  state: 'active',
  quantity: 5,
  planId: 'basic',
  options: { backup: 1, storage: 2 },
  term: 'annual',
  servicePeriod: { start: '2026-04-01', end: '2027-03-31' },
  autoRenewal: { enabled: true, frequency: 'annual' },
  expirationDate: '2027-03-31',
  unitsPerLicence: 1,
  expirationNotificationDays: 30,
  managed: false,
  assignedQuantity: 3,
  activationCode: 'ABCDE-FGHJK-MNPQR-STUVW',
};

export type ChangeCase = {
  does: Exclude<VendorAction, { operation: 'create' }>;
  before?: Partial<VendorDetails>;
  /** What is different afterwards; all else, the code too, stays. */
  after: Partial<VendorDetails>;
};

type ChangeName = ChangeCase['does']['operation'];

/** One case at least for each operation on a subscription: a new operation does not compile until its case is here. */
const casesOf: { [Name in ChangeName]: (ChangeCase & { does: { operation: Name } })[] } = {
  changeQuantity: [{ does: { operation: 'changeQuantity', quantity: 6 }, after: { quantity: 6 } }],
  changePlan: [{ does: { operation: 'changePlan', planId: 'advanced' }, after: { planId: 'advanced' } }],
  changeOptions: [
    {
      does: {
        operation: 'changeOptions',
        options: [
          { optionId: 'storage', quantity: 4 },
          { optionId: 'audit', quantity: 1 },
        ],
      },
      after: { options: { backup: 1, storage: 4, audit: 1 } },
    },
    {
      does: { operation: 'changeOptions', options: [{ optionId: 'storage', quantity: 0 }] },
      after: { options: { backup: 1 } },
    },
  ],
  changeTerm: [
    {
      does: {
        operation: 'changeTerm',
        term: 'monthly',
        servicePeriod: { start: '2027-04-01', end: '2027-04-30' },
      },
      after: {
        term: 'monthly',
        servicePeriod: { start: '2027-04-01', end: '2027-04-30' },
        autoRenewal: { enabled: true, frequency: 'monthly' },
        expirationDate: '2027-04-30',
      },
    },
  ],
  changeRenewal: [
    {
      does: { operation: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'monthly' } },
      after: { autoRenewal: { enabled: false, frequency: 'monthly' } },
    },
  ],
  changeExpiration: [
    {
      does: { operation: 'changeExpiration', expirationDate: '2027-06-15' },
      after: { expirationDate: '2027-06-15', servicePeriod: { start: '2026-04-01', end: '2027-06-15' } },
    },
    { does: { operation: 'changeExpiration', expirationDate: null }, after: { expirationDate: null } },
  ],
  changeLicenceSettings: [
    {
      does: {
        operation: 'changeLicenceSettings',
        unitsPerLicence: null,
        expirationNotificationDays: 14,
        managed: true,
      },
      after: { unitsPerLicence: null, expirationNotificationDays: 14, managed: true },
    },
  ],
  suspend: [{ does: { operation: 'suspend' }, after: { state: 'suspended' } }],
  activate: [
    { does: { operation: 'activate' }, before: { state: 'suspended' }, after: { state: 'active' } },
    { does: { operation: 'activate' }, before: { state: 'pendingActivation' }, after: { state: 'active' } },
  ],
  terminate: [
    { does: { operation: 'terminate' }, after: { state: 'terminated' } },
    { does: { operation: 'terminate' }, before: { state: 'suspended' }, after: { state: 'terminated' } },
  ],
  renew: [
    {
      does: {
        operation: 'renew',
        term: 'monthly',
        servicePeriod: { start: '2027-04-01', end: '2027-04-30' },
        planId: 'advanced',
        quantity: 4,
        options: [{ optionId: 'storage', quantity: 1 }],
      },
      after: {
        term: 'monthly',
        servicePeriod: { start: '2027-04-01', end: '2027-04-30' },
        autoRenewal: { enabled: true, frequency: 'monthly' },
        expirationDate: '2027-04-30',
        planId: 'advanced',
        quantity: 4,
        options: { storage: 1 },
      },
    },
    {
      does: {
        operation: 'renew',
        term: 'annual',
        servicePeriod: { start: '2027-04-01', end: '2028-03-31' },
        planId: 'basic',
        quantity: 5,
        options: [],
      },
      before: { expirationDate: null },
      after: { servicePeriod: { start: '2027-04-01', end: '2028-03-31' }, options: {} },
    },
  ],
};

export const changeCases: ChangeCase[] = Object.values(casesOf).flat();

type Create = Extract<VendorAction, { operation: 'create' }>;

export const creation = (activation: Create['activation'] = { mode: 'code', date: null }): Create => ({
  operation: 'create',
  productId: 'suite',
  planId: 'basic',
  quantity: 7,
  term: 'annual',
  servicePeriod: { start: '2026-12-01', end: '2027-11-30' },
  options: [
    { optionId: 'storage', quantity: 2 },
    { optionId: 'backup', quantity: 1 },
  ],
  activation,
});

/** The first case of each operation, and a creation. */
export const oneOfEach: { does: VendorAction; before?: Partial<VendorDetails> }[] = [
  ...Object.values(casesOf).map(([first]) => first as ChangeCase),
  { does: creation() },
];
