import { describe, expect, it } from 'vitest';
import { carryOut, type OrderOperation } from '../../activities/carry-out.ts';
import { type Provisioner, VendorBusy } from '../../activities/vendor/provisioner.ts';
import { after, before, leftBy, threeSteps } from '../support/three-steps.ts';
import { type Trouble, vendorInMemory } from '../support/vendor-in-memory.ts';

const [changePlan, changeQuantity] = threeSteps() as [OrderOperation, OrderOperation];

const attempt = (
  { provisioner }: { provisioner: Provisioner },
  { again = false, operations = threeSteps() }: { again?: boolean; operations?: readonly OrderOperation[] } = {},
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

describe('an order that is tried again after it was stuck', () => {
  /** The third operation refused, the second undone, and the first left. */
  const refusals = { 'apply changeExpiration': 'refuses', 'apply undo-changePlan': 'refuses' } as const;

  it('has applied what is not there, under other keys, and not what is still left', async () => {
    const vendor = vendorInMemory(refusals);
    expect(await attempt(vendor)).toMatchObject({ outcome: 'stuck', left: 'changePlan' });
    expect(vendor.applied()).toEqual(['changePlan', 'changeQuantity', 'undo-changeQuantity']);
    expect(await attempt(vendor, { again: true, operations: threeSteps(2) })).toMatchObject({ outcome: 'applied' });
    expect(vendor.applied().slice(3)).toEqual(['changeQuantity.2', 'changeExpiration.2']);
    expect(leftBy(vendor.receipts())).toEqual(after);
  });

  it('and refused again has everything undone, also what an earlier try had left', async () => {
    const vendor = vendorInMemory({ ...refusals, 'apply changeExpiration.2': 'refuses' });
    await attempt(vendor);
    expect(await attempt(vendor, { again: true, operations: threeSteps(2) })).toMatchObject({ outcome: 'refused' });
    expect(vendor.applied().slice(3)).toEqual(['changeQuantity.2', 'undo-changeQuantity.2', 'undo-changePlan.2']);
    expect(leftBy(vendor.receipts())).toEqual(before);
  });

  it('and stuck again can be tried a third time', async () => {
    const again = { 'apply changeExpiration.2': 'refuses', 'apply undo-changePlan.2': 'refuses' } as const;
    const vendor = vendorInMemory({ ...refusals, ...again });
    await attempt(vendor);
    expect(await attempt(vendor, { again: true, operations: threeSteps(2) })).toMatchObject({ outcome: 'stuck' });
    expect(await attempt(vendor, { again: true, operations: threeSteps(3) })).toMatchObject({ outcome: 'applied' });
    expect(vendor.applied().slice(-2)).toEqual(['changeQuantity.3', 'changeExpiration.3']);
    expect(leftBy(vendor.receipts())).toEqual(after);
  });

  it.each<[call: string, Trouble]>([
    ['apply changeQuantity.2', 'diesBefore'],
    ['apply changeQuantity.2', 'diesAfter'],
    ['apply changeExpiration.2', 'diesAfter'],
  ])('goes on after a death at `%s` (%s)', async (call, trouble) => {
    const vendor = vendorInMemory({ ...refusals, [call]: trouble });
    await attempt(vendor);
    const operations = threeSteps(2);
    await expect(attempt(vendor, { again: true, operations })).rejects.toThrow('died');
    expect(await attempt(vendor, { again: true, operations })).toMatchObject({ outcome: 'applied' });
    expect(vendor.applied()).toHaveLength(5);
    expect(leftBy(vendor.receipts())).toEqual(after);
  });
});
