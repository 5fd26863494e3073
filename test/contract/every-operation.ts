import { describe, expect, it } from 'vitest';
import {
  type CreatedSubscription,
  VendorAnswerInvalid,
  type VendorOperation,
  type VendorReceipt,
} from '../../activities/vendor/provisioner.ts';
import { answers } from '../../activities/vendor/receipt.ts';
import { type ChangeCase, changeCases, creation, detailsBefore } from './operations.ts';
import { type Controls, type MakeProvisioner, newKey } from './provisioner.ts';

const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

/** What each operation does, and that each keeps the rules of keys. */
export function operationsContract(
  name: string,
  makeProvisioner: MakeProvisioner,
  { subscription, effects }: Controls,
): void {
  // Made when it is used: its vendor starts after the tests are collected.
  const vendor = () => makeProvisioner({ timeoutMs: 30_000 });
  const refused = (code: string) => ({ name: 'VendorRefused', code });

  async function asked({ does, before }: Pick<ChangeCase, 'does' | 'before'>): Promise<VendorOperation> {
    return { ...does, key: newKey(), subscriptionId: await subscription(before) };
  }
  const applied = async (does: ChangeCase['does'], subscriptionId: string): Promise<VendorReceipt> =>
    vendor().apply({ ...does, key: newKey(), subscriptionId });

  describe.each(changeCases.map((one) => ({ ...one, what: JSON.stringify(one.does) })))(`${name}: $what`, (change) => {
    const unchanged = { ...detailsBefore, ...change.before };

    it('does this and nothing else, and says so', async () => {
      const operation = await asked(change);
      const receipt = await vendor().apply(operation);
      expect(answers(receipt, operation)).toBe(true);
      expect(receipt.appliedAt).toEqual(instant);
      expect(await vendor().details(operation.subscriptionId)).toEqual({ ...unchanged, ...change.after });
      expect(await vendor().lookUp(operation.key)).toEqual(receipt);
    });

    it('repeated has the same receipt and no effect, whatever came in between', async () => {
      const operation = await asked(change);
      const receipt = await vendor().apply(operation);
      if (change.after.state !== 'terminated') await applied({ operation: 'terminate' }, operation.subscriptionId);
      const details = await vendor().details(operation.subscriptionId);
      expect(await vendor().apply(operation)).toEqual(receipt);
      expect(await vendor().details(operation.subscriptionId)).toEqual(details);
      expect((await effects(operation.subscriptionId)).filter((key) => key === operation.key)).toHaveLength(1);
    });

    it('is never done under a key that was voided before', async () => {
      const operation = await asked(change);
      expect(await vendor().voidKey(operation.key)).toBe('voided');
      await expect(vendor().apply(operation)).rejects.toMatchObject(refused('KEY_VOIDED'));
      expect(await vendor().details(operation.subscriptionId)).toEqual(unchanged);
    });

    it('is not done under the key of another operation', async () => {
      const operation = await asked(change);
      const { key, subscriptionId } = operation;
      const receipt = await vendor().apply({ key, subscriptionId, operation: 'changeQuantity', quantity: 77 });
      await expect(vendor().apply(operation)).rejects.toBeInstanceOf(VendorAnswerInvalid);
      expect(await vendor().lookUp(operation.key)).toEqual(receipt);
      expect(await vendor().details(operation.subscriptionId)).toEqual({ ...unchanged, quantity: 77 });
    });

    it('is refused for a subscription that has ended, and nothing is applied', async () => {
      const operation = await asked({ ...change, before: { state: 'terminated' } });
      await expect(vendor().apply(operation)).rejects.toMatchObject(refused('SUBSCRIPTION_TERMINATED'));
      expect(await vendor().lookUp(operation.key)).toBeUndefined();
      expect(await vendor().details(operation.subscriptionId)).toMatchObject({ state: 'terminated' });
    });
  });

  describe(`${name}: an operation that does not fit the state`, () => {
    it.each([
      ['suspend', 'suspended', 'ALREADY_SUSPENDED'],
      ['activate', 'active', 'NOT_SUSPENDED'],
    ] as const)('%s while %s is refused', async (operation, state, code) => {
      const operationAsked = await asked({ does: { operation }, before: { state } });
      await expect(vendor().apply(operationAsked)).rejects.toMatchObject(refused(code));
      expect(await vendor().details(operationAsked.subscriptionId)).toMatchObject({ state });
    });
  });

  describe(`${name}: create`, () => {
    const newCreation = (...activation: Parameters<typeof creation>) => ({
      ...creation(...activation),
      key: newKey(),
      subscriptionId: `new-${crypto.randomUUID()}`,
    });
    const create = async (operation: VendorOperation): Promise<VendorReceipt & CreatedSubscription> => {
      const receipt = await vendor().apply(operation);
      if (receipt.operation !== 'create') throw new Error('This is no receipt of a creation');
      return receipt;
    };

    it('makes a subscription with an id of its own, waiting for its activation with the code', async () => {
      const operation = newCreation();
      const receipt = await create(operation);
      expect(answers(receipt, operation)).toBe(true);
      expect(receipt).toMatchObject({ appliedAt: instant, activationCode: expect.stringMatching(/./) });
      expect(await vendor().details(receipt.vendorSubscriptionId)).toEqual({
        state: 'pendingActivation',
        quantity: 7,
        planId: 'basic',
        options: { backup: 1, storage: 2 },
        term: 'annual',
        servicePeriod: { start: '2026-12-01', end: '2027-11-30' },
        autoRenewal: { enabled: true, frequency: 'annual' },
        expirationDate: null,
        unitsPerLicence: null,
        expirationNotificationDays: null,
        managed: false,
        assignedQuantity: null,
        activationCode: receipt.activationCode,
      });
    });

    it.each([
      { mode: 'firstLogon', date: null },
      { mode: 'onDate', date: '2026-12-24' },
    ] as const)('gives no code to one that is activated otherwise: $mode', async (activation) => {
      const receipt = await create(newCreation(activation));
      expect(receipt.activationCode).toBeNull();
      const details = await vendor().details(receipt.vendorSubscriptionId);
      expect(details).toMatchObject({ state: 'pendingActivation', activationCode: null });
    });

    it('repeated, also at the same time, makes one', async () => {
      const operation = newCreation();
      const receipts = await Promise.all(Array.from({ length: 10 }, () => create(operation)));
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
      expect(await vendor().lookUp(operation.key)).toEqual(receipts[0]);
      expect(await effects(operation.subscriptionId)).toEqual([operation.key]);
    });

    it('under two keys makes two', async () => {
      const [one, other] = [await create(newCreation()), await create(newCreation())];
      expect(one.vendorSubscriptionId).not.toBe(other.vendorSubscriptionId);
    });

    it('is never done under a key that was voided before', async () => {
      const operation = newCreation();
      await vendor().voidKey(operation.key);
      await expect(vendor().apply(operation)).rejects.toMatchObject(refused('KEY_VOIDED'));
      expect(await effects(operation.subscriptionId)).toEqual([]);
    });

    it('is not done again under its key for another activation', async () => {
      const operation = newCreation();
      const receipt = await create(operation);
      const other = { ...operation, activation: { mode: 'firstLogon' as const, date: null } };
      await expect(vendor().apply(other)).rejects.toBeInstanceOf(VendorAnswerInvalid);
      expect(await vendor().lookUp(operation.key)).toEqual(receipt);
    });

    it('is followed by all that can be done with a subscription, by the id that the vendor gave it', async () => {
      const { vendorSubscriptionId: id, activationCode } = await create(newCreation());
      await applied({ operation: 'activate' }, id);
      await applied({ operation: 'changeQuantity', quantity: 9 }, id);
      expect(await vendor().details(id)).toMatchObject({ state: 'active', quantity: 9, activationCode });
      await applied({ operation: 'terminate' }, id);
      expect(await vendor().details(id)).toMatchObject({ state: 'terminated' });
      expect(await effects(id)).toHaveLength(4);
    });
  });
}
