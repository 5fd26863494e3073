import { describe, expect, it } from 'vitest';
import { carryOut, type OrderOperation } from '../../activities/carry-out.ts';
import { takeBack } from '../../activities/take-back.ts';
import { after, before, leftBy, threeSteps } from '../support/three-steps.ts';
import { type Trouble, vendorInMemory } from '../support/vendor-in-memory.ts';

type Vendor = ReturnType<typeof vendorInMemory>;

const order = ({ provisioner }: Vendor, operations = threeSteps(), again = false) =>
  carryOut(provisioner, operations, { mayHaveHappened: again, call: {} });
const back = ({ provisioner }: Vendor, operations = threeSteps(), again = false) =>
  takeBack(provisioner, operations, { mayHaveHappened: again, call: {} });
const irreversible = (operations: readonly OrderOperation[]): OrderOperation[] =>
  operations.map((one) => ({ ...one, undoes: null }));

/** A vendor at which an order has died before, in the middle of, or after its operations. */
async function diedAt(troubles: { readonly [call: string]: Trouble }): Promise<Vendor> {
  const vendor = vendorInMemory(troubles);
  await order(vendor).catch(() => {});
  vendor.calls.length = 0;
  return vendor;
}

describe('taking an order back', () => {
  it('of which nothing is applied makes its keys void, so that it never is', async () => {
    const vendor = await diedAt({ 'apply changePlan': 'diesBefore' });
    expect(await back(vendor)).toEqual({ outcome: 'takenBack' });
    expect(vendor.calls).toEqual(['void changePlan', 'void changeQuantity', 'void changeExpiration']);
    // An attempt that was still on its way comes too late.
    expect(await order(vendor)).toMatchObject({ outcome: 'refused', refusal: { code: 'KEY_VOIDED' } });
    expect(vendor.applied()).toEqual([]);
  });

  it.each([
    { dies: 'apply changeQuantity', applied: ['changePlan'] },
    { dies: 'apply changeExpiration', applied: ['changePlan', 'changeQuantity'] },
  ])('that died before `$dies` undoes what is applied, the last of it first', async ({ dies, applied }) => {
    const vendor = await diedAt({ [dies]: 'diesBefore' });
    expect(await back(vendor)).toEqual({ outcome: 'takenBack' });
    expect(vendor.applied()).toEqual([...applied, ...applied.toReversed().map((step) => `undo-${step}`)]);
    expect(leftBy(vendor.receipts())).toEqual(before);
  });

  it('all of which is applied undoes all of it', async () => {
    const vendor = await diedAt({});
    expect(await back(vendor)).toEqual({ outcome: 'takenBack' });
    expect(leftBy(vendor.receipts())).toEqual(before);
  });

  it('all of which is applied and cannot be undone leaves it, with its receipts', async () => {
    const vendor = await diedAt({});
    expect(await back(vendor, irreversible(threeSteps()))).toEqual({
      outcome: 'allApplied',
      receipts: vendor.receipts(),
      left: 'changeExpiration',
    });
    expect(leftBy(vendor.receipts())).toEqual(after);
  });

  it('a part of which is applied and cannot be undone is stuck with it', async () => {
    const vendor = await diedAt({ 'apply changeExpiration': 'diesBefore' });
    expect(await back(vendor, irreversible(threeSteps()))).toEqual({ outcome: 'stuck', left: 'changeQuantity' });
  });

  it('of which an undo is refused is stuck once something else has been undone', async () => {
    const vendor = await diedAt({ 'apply undo-changeQuantity': 'refuses' });
    expect(await back(vendor)).toEqual({ outcome: 'stuck', left: 'changeQuantity' });
    expect(vendor.applied().at(-1)).toBe('undo-changeExpiration');
  });
});

describe('a death while an order is taken back', () => {
  it.each<[call: string, Trouble]>([
    ['void changePlan', 'diesAfter'],
    ['void changeExpiration', 'diesBefore'],
    ['void changeExpiration', 'diesAfter'],
    ['lookUp changeQuantity', 'diesBefore'],
    ['apply undo-changeQuantity', 'diesBefore'],
    ['apply undo-changeQuantity', 'diesAfter'],
    ['apply undo-changePlan', 'diesAfter'],
  ])('at `%s` (%s) is gone on from, and each undo is applied once', async (call, trouble) => {
    const vendor = await diedAt({ 'apply changeExpiration': 'diesBefore', [call]: trouble });
    await expect(back(vendor)).rejects.toThrow('died');
    expect(await back(vendor, threeSteps(), true)).toEqual({ outcome: 'takenBack' });
    expect(vendor.applied()).toEqual(['changePlan', 'changeQuantity', 'undo-changeQuantity', 'undo-changePlan']);
  });
});

describe('giving up an order that was stuck', () => {
  it('undoes what is left, under other keys, and nothing that is undone already', async () => {
    const vendor = await diedAt({ 'apply changeExpiration': 'refuses', 'apply undo-changePlan': 'refuses' });
    expect(vendor.applied()).toEqual(['changePlan', 'changeQuantity', 'undo-changeQuantity']);
    expect(await back(vendor, threeSteps(2), true)).toEqual({ outcome: 'takenBack' });
    expect(vendor.applied().slice(3)).toEqual(['undo-changePlan.2']);
    expect(leftBy(vendor.receipts())).toEqual(before);
  });

  it('whose vendor refuses to undo it still leaves it stuck, and can be given up once more', async () => {
    const vendor = await diedAt({
      'apply changeExpiration': 'refuses',
      'apply undo-changePlan': 'refuses',
      'apply undo-changePlan.2': 'refuses',
    });
    expect(await back(vendor, threeSteps(2), true)).toEqual({ outcome: 'stuck', left: 'changePlan' });
    expect(await back(vendor, threeSteps(3), true)).toEqual({ outcome: 'takenBack' });
    expect(leftBy(vendor.receipts())).toEqual(before);
  });
});
