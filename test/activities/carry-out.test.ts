import { describe, expect, it } from 'vitest';
import { carryOut, type OrderOperation, type Tried } from '../../activities/carry-out.ts';
import { type Provisioner, VendorBusy } from '../../activities/vendor/provisioner.ts';
import type { VendorAction } from '../../domain/vendor-action.ts';
import { type Trouble, vendorInMemory } from '../support/vendor-in-memory.ts';

/** An operation as it is asked for the first time, under the key of a step. */
const first = (step: string, action: VendorAction): Tried => ({
  operation: { key: `order-1:${step}`, subscriptionId: 'vendor-sub-1', ...action },
  earlier: [],
});

/** A plan changed with two more parts, each with what brings back what was before. */
const threeSteps: readonly OrderOperation[] = [
  {
    does: first('changePlan', { operation: 'changePlan', planId: 'advanced' }),
    undoes: first('undo-changePlan', { operation: 'changePlan', planId: 'standard' }),
  },
  {
    does: first('changeQuantity', { operation: 'changeQuantity', quantity: 12 }),
    undoes: first('undo-changeQuantity', { operation: 'changeQuantity', quantity: 10 }),
  },
  {
    does: first('changeExpiration', { operation: 'changeExpiration', expirationDate: '2027-01-31' }),
    undoes: first('undo-changeExpiration', { operation: 'changeExpiration', expirationDate: null }),
  },
];
const [changePlan, changeQuantity] = threeSteps as [OrderOperation, OrderOperation];

const attempt = (
  { provisioner }: { provisioner: Provisioner },
  { again = false, operations = threeSteps }: { again?: boolean; operations?: readonly OrderOperation[] } = {},
) => carryOut(provisioner, operations, { mayHaveHappened: again, call: {} });

describe('an order of several operations', () => {
  it('has them applied in their order, and asks for nothing else', async () => {
    const vendor = vendorInMemory();
    const { outcome, ...rest } = await attempt(vendor);
    expect(outcome).toBe('applied');
    expect(rest).toEqual({ receipts: vendor.receipts() });
    expect(vendor.calls).toEqual(['apply changePlan', 'apply changeQuantity', 'apply changeExpiration']);
  });

  it('of which there are none is done without a call', async () => {
    const vendor = vendorInMemory();
    expect(await attempt(vendor, { operations: [], again: true })).toEqual({ outcome: 'applied', receipts: [] });
    expect(vendor.calls).toEqual([]);
  });

  it('of which one is refused has those before undone, the last of them first', async () => {
    const vendor = vendorInMemory({ 'apply changeExpiration': 'refuses' });
    expect(await attempt(vendor)).toMatchObject({ outcome: 'refused', refusal: { code: 'NO_changeExpiration' } });
    expect(vendor.calls).toEqual([
      'apply changePlan',
      'apply changeQuantity',
      'apply changeExpiration',
      'void changeExpiration',
      'apply undo-changeQuantity',
      'apply undo-changePlan',
    ]);
  });

  it('of which the first is refused has nothing to undo', async () => {
    const vendor = vendorInMemory({ 'apply changePlan': 'refuses' });
    expect(await attempt(vendor)).toMatchObject({ outcome: 'refused', refusal: { code: 'NO_changePlan' } });
    expect(vendor.calls).toEqual(['apply changePlan', 'void changePlan']);
  });

  it('waits as long as a busy vendor wants, whichever of them it is busy for', async () => {
    const { provisioner } = vendorInMemory();
    const apply: Provisioner['apply'] = async (operation, call) => {
      if (operation.operation === 'changeQuantity') throw new VendorBusy('too many calls', 90_000);
      return provisioner.apply(operation, call);
    };
    await expect(attempt({ provisioner: { ...provisioner, apply } })).rejects.toMatchObject({
      type: 'VendorBusy',
      nextRetryDelay: 90_000,
    });
  });
});

describe('what cannot be undone', () => {
  it('because the vendor refuses that too leaves the order stuck, and says with what', async () => {
    const vendor = vendorInMemory({ 'apply changeExpiration': 'refuses', 'apply undo-changeQuantity': 'refuses' });
    expect(await attempt(vendor)).toMatchObject({
      outcome: 'stuck',
      left: 'changeQuantity',
      refusal: { code: 'NO_undo-changeQuantity' },
    });
    // A later attempt of the refused undo must not land after a person has taken over.
    expect(vendor.calls.slice(-2)).toEqual(['apply undo-changeQuantity', 'void undo-changeQuantity']);
    expect(vendor.applied()).toEqual(['changePlan', 'changeQuantity']);
  });

  it('because there is no such operation leaves it stuck, with the first refusal', async () => {
    const vendor = vendorInMemory({ 'apply changeQuantity': 'refuses' });
    const operations = [{ ...changePlan, undoes: null }, changeQuantity];
    expect(await attempt(vendor, { operations })).toMatchObject({
      outcome: 'stuck',
      left: 'changePlan',
      refusal: { code: 'NO_changeQuantity' },
    });
    expect(vendor.calls).toEqual(['apply changePlan', 'apply changeQuantity', 'void changeQuantity']);
  });

  it('does not matter when all is applied', async () => {
    const operations = [{ ...changePlan, undoes: null }, changeQuantity];
    expect(await attempt(vendorInMemory(), { operations })).toMatchObject({ outcome: 'applied' });
  });
});

describe('a death', () => {
  const all = ['changePlan', 'changeQuantity', 'changeExpiration'];

  it.each<[call: string, Trouble]>(
    all.flatMap((step) => [
      [`apply ${step}`, 'diesBefore'],
      [`apply ${step}`, 'diesAfter'],
    ]),
  )(
    'at `%s` (%s) is gone on from: each is looked up, and asked for only where it is not applied',
    async (call, trouble) => {
      const vendor = vendorInMemory({ [call]: trouble });
      await expect(attempt(vendor)).rejects.toThrow('died');
      const applied = vendor.applied();
      vendor.calls.length = 0;
      expect(await attempt(vendor, { again: true })).toMatchObject({ outcome: 'applied' });
      expect(vendor.calls).toEqual(
        all.flatMap((step) => (applied.includes(step) ? [`lookUp ${step}`] : [`lookUp ${step}`, `apply ${step}`])),
      );
      expect(vendor.applied()).toEqual(all);
    },
  );

  it.each<[call: string, Trouble]>([
    ['apply changeQuantity', 'diesAfter'],
    ['apply undo-changeQuantity', 'diesBefore'],
    ['apply undo-changeQuantity', 'diesAfter'],
    ['apply undo-changePlan', 'diesBefore'],
    ['apply undo-changePlan', 'diesAfter'],
  ])(
    'at `%s` (%s) of a refused order leaves nothing of it either, and each undo is applied once',
    async (call, trouble) => {
      const vendor = vendorInMemory({ 'apply changeExpiration': 'refuses', [call]: trouble });
      await expect(attempt(vendor)).rejects.toThrow('died');
      vendor.calls.length = 0;
      expect(await attempt(vendor, { again: true })).toMatchObject({ outcome: 'refused' });
      expect(vendor.applied()).toEqual(['changePlan', 'changeQuantity', 'undo-changeQuantity', 'undo-changePlan']);
      // Never asked for before it has been looked up.
      for (const step of vendor.applied())
        expect(vendor.calls[vendor.calls.indexOf(`apply ${step}`) - 1] ?? `lookUp ${step}`).toBe(`lookUp ${step}`);
    },
  );

  it('at `void` of the refused one leaves it refused', async () => {
    const vendor = vendorInMemory({ 'apply changeQuantity': 'refuses', 'void changeQuantity': 'diesBefore' });
    await expect(attempt(vendor)).rejects.toThrow('died');
    expect(await attempt(vendor, { again: true })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'NO_changeQuantity' },
    });
    expect(vendor.applied()).toEqual(['changePlan', 'undo-changePlan']);
  });
});
