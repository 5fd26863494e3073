import { settings } from '../../domain/catalogue.ts';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import type { SampleCatalogue } from './sample.ts';

const product = (id: string, name: string) => ({
  id,
  name,
  vendor: 'trend-micro',
  timeZone: 'America/Chicago',
  policyId: 'worry-free',
  unitOne: 'unit',
  unitMany: 'units',
  settings: [...settings],
});

const services = 'worry-free-services';
const suite = 'worry-free-suite';
const onPremise = 'worry-free-on-premise';
const standard = 'worry-free-services-standard';
const advanced = 'worry-free-services-advanced';

const sku = (productId: string, planId: string) => ({ id: `${planId}-unit`, productId, planId, name: 'Unit' });

/**
 * S2, S3: services, suites and an on-premise product with several service plans, all settings, and add-ons. On the day of
 * seeding one plan has reached its End of Life and one suite's new composition waits for the partner.
 */
export const worryFree = (today: PlainDate): SampleCatalogue => ({
  policies: [
    {
      id: 'worry-free',
      version: 1,
      effectiveFrom: '2020-01-01',
      rules: {
        trialLock: {},
        endOfLifeLock: {},
        compositionApproval: {},
        oneSubscriptionPerAccount: {},
        boughtThroughPartner: {},
      },
    },
  ],
  products: [
    { ...product(services, 'Worry-Free Business Security Services'), terms: ['monthly', 'annual'] },
    { ...product(suite, 'Worry-Free Suite'), terms: ['monthly', 'annual'] },
    {
      ...product(onPremise, 'Worry-Free Business Security, on-premise'),
      terms: ['annual'],
      activationPolicy: 'onPremise',
    },
  ],
  plans: [
    {
      id: 'worry-free-services-5',
      productId: services,
      name: 'Services 5.7',
      level: 0,
      endOfSaleDate: addDays(today, -210),
      endOfLifeDate: addDays(today, -30),
    },
    { id: standard, productId: services, name: 'Standard', level: 1 },
    { id: advanced, productId: services, name: 'Advanced', level: 2 },
    { id: 'worry-free-suite-essentials', productId: suite, name: 'Essentials', level: 1 },
    {
      id: 'worry-free-suite-complete',
      productId: suite,
      name: 'Complete',
      level: 2,
      compositionChangedOn: addDays(today, -3),
    },
    { id: 'worry-free-on-premise-standard', productId: onPremise, name: 'Standard', level: 1 },
  ],
  skus: [
    sku(services, 'worry-free-services-5'),
    sku(services, standard),
    sku(services, advanced),
    sku(suite, 'worry-free-suite-essentials'),
    sku(suite, 'worry-free-suite-complete'),
    sku(onPremise, 'worry-free-on-premise-standard'),
  ],
  options: [
    { id: 'mobile-security', productId: services, name: 'Mobile Security', planIds: [standard, advanced] },
    {
      id: 'endpoint-sensor',
      productId: services,
      name: 'Endpoint Sensor',
      planIds: [advanced],
      maximumQuantity: 1,
    },
    {
      id: 'managed-detection',
      productId: services,
      name: 'Managed Detection and Response',
      planIds: [advanced],
      requires: ['endpoint-sensor'],
      maximumQuantity: 1,
    },
  ],
});
