import { describe, expect, it } from 'vitest';
import {
  type Provisioner,
  VendorAnswerInvalid,
  type VendorBusy,
  type VendorDetails,
  type VendorOperation,
  type VendorRefused,
  type VendorUnavailable,
} from '../../activities/vendor/provisioner.ts';
import { operationsContract } from './every-operation.ts';
import { detailsBefore } from './operations.ts';
import { troublesContract } from './troubles.ts';

type VendorErrorClass =
  | typeof VendorRefused
  | typeof VendorBusy
  | typeof VendorUnavailable
  | typeof VendorAnswerInvalid;

/** Something that can go wrong with one call at the vendor, and as what the Provisioner must report it. */
export type Trouble = {
  name: string;
  throws: VendorErrorClass;
  /** Milliseconds the Provisioner is given for a call; short where the trouble is silence. */
  timeoutMs: number;
  /** Makes it befall the next call of the kind that concerns the subscription. */
  arm(subscriptionId: string, call: 'apply' | 'lookUp' | 'void' | 'read'): Promise<void>;
  /** Resolves when no effect of an earlier call can come any more. */
  over(subscriptionId: string): Promise<void>;
};

export type Controls = {
  /** Registers a new subscription, as `detailsBefore` (operations.ts) but for what is given, and gives its id. */
  subscription(details?: Partial<VendorDetails>): Promise<string>;
  /** The keys under which the vendor applied something to the subscription, in order; a creation is found by either side's id. */
  effects(subscriptionId: string): Promise<string[]>;
  troubles: Trouble[];
};

export type MakeProvisioner = (options: { timeoutMs: number }) => Provisioner;

export const newKey = (): string => `${crypto.randomUUID()}:1`;

/** Rules of every Provisioner, whatever vendor and protocol is behind it. */
export function provisionerContract(name: string, makeProvisioner: MakeProvisioner, controls: Controls): void {
  callsContract(name, makeProvisioner, controls);
  operationsContract(name, makeProvisioner, controls);
  troublesContract(name, makeProvisioner, controls);
}

/** Rules of the calls, whatever the operation. */
function callsContract(name: string, makeProvisioner: MakeProvisioner, { subscription, effects }: Controls): void {
  const patient = () => makeProvisioner({ timeoutMs: 30_000 });
  const operationOn = (subscriptionId: string, quantity = 6): VendorOperation => ({
    key: newKey(),
    subscriptionId,
    operation: 'changeQuantity',
    quantity,
  });
  const newOperation = async () => operationOn(await subscription());

  describe(`${name}: apply`, () => {
    it('gives a receipt of the operation once it is applied', async () => {
      const operation = await newOperation();
      const receipt = await patient().apply(operation);
      expect(receipt).toEqual({ ...operation, appliedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
      expect(await effects(operation.subscriptionId)).toEqual([operation.key]);
    });

    it('gives the same receipt for every repeat and applies nothing again', async () => {
      const operation = await newOperation();
      const first = await patient().apply(operation);
      const other = operationOn(operation.subscriptionId, 8);
      await patient().apply(other);
      expect(await patient().apply(operation)).toEqual(first);
      expect(await effects(operation.subscriptionId)).toEqual([operation.key, other.key]);
    });

    it('applies equal operations sent at the same time once', async () => {
      const operation = await newOperation();
      const receipts = await Promise.all(Array.from({ length: 20 }, () => patient().apply(operation)));
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
      expect(await effects(operation.subscriptionId)).toEqual([operation.key]);
    });

    it('applies nothing when the key was used for another operation', async () => {
      const operation = await newOperation();
      await patient().apply(operation);
      await expect(
        patient().apply({ ...operationOn(operation.subscriptionId, 7), key: operation.key }),
      ).rejects.toBeInstanceOf(VendorAnswerInvalid);
      expect(await effects(operation.subscriptionId)).toEqual([operation.key]);
    });

    it('is refused for a subscription that the vendor does not know', async () => {
      const operation = operationOn('nobody-knows-me');
      await expect(patient().apply(operation)).rejects.toMatchObject({
        name: 'VendorRefused',
        code: 'UNKNOWN_SUBSCRIPTION',
      });
      expect(await patient().lookUp(operation.key)).toBeUndefined();
    });

    it('is not sent when its signal is aborted already', async () => {
      const operation = await newOperation();
      const reason = new Error('cancelled');
      await expect(patient().apply(operation, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect(await patient().lookUp(operation.key)).toBeUndefined();
    });
  });

  describe(`${name}: lookUp`, () => {
    it('gives nothing for a key under which nothing was applied', async () => {
      const { key } = await newOperation();
      expect(await patient().lookUp(key)).toBeUndefined();
    });

    it('gives the receipt that apply gave', async () => {
      const operation = await newOperation();
      const receipt = await patient().apply(operation);
      expect(await patient().lookUp(operation.key)).toEqual(receipt);
    });
  });

  describe(`${name}: voidKey`, () => {
    it('makes sure that the key is never applied', async () => {
      const operation = await newOperation();
      expect(await patient().voidKey(operation.key)).toBe('voided');
      await expect(patient().apply(operation)).rejects.toMatchObject({ name: 'VendorRefused', code: 'KEY_VOIDED' });
      expect(await patient().lookUp(operation.key)).toBeUndefined();
      expect(await effects(operation.subscriptionId)).toEqual([]);
    });

    it('says that it is too late when the key is applied, and leaves the effect', async () => {
      const operation = await newOperation();
      const receipt = await patient().apply(operation);
      expect(await patient().voidKey(operation.key)).toBe('alreadyApplied');
      expect(await patient().lookUp(operation.key)).toEqual(receipt);
      expect(await effects(operation.subscriptionId)).toEqual([operation.key]);
    });

    it('gives the same answer when repeated', async () => {
      const [voided, applied] = [await newOperation(), await newOperation()];
      await patient().voidKey(voided.key);
      await patient().apply(applied);
      await patient().voidKey(applied.key);
      expect(await patient().voidKey(voided.key)).toBe('voided');
      expect(await patient().voidKey(applied.key)).toBe('alreadyApplied');
    });

    it('racing apply has one winner, on which both agree', async () => {
      const races = Array.from({ length: 10 }, async () => {
        const operation = await newOperation();
        const [applied, settled] = await Promise.allSettled([
          patient().apply(operation),
          patient().voidKey(operation.key),
        ]);
        expect(settled).toEqual({
          status: 'fulfilled',
          value: applied.status === 'fulfilled' ? 'alreadyApplied' : 'voided',
        });
        expect(await effects(operation.subscriptionId)).toEqual(applied.status === 'fulfilled' ? [operation.key] : []);
      });
      await Promise.all(races);
    });
  });

  describe(`${name}: details`, () => {
    it('give the subscription as it is', async () => {
      expect(await patient().details(await subscription())).toEqual(detailsBefore);
      const nothing = { expirationDate: null, unitsPerLicence: null, expirationNotificationDays: null };
      const bare = { ...nothing, options: {}, assignedQuantity: null, activationCode: null };
      expect(await patient().details(await subscription(bare))).toEqual({ ...detailsBefore, ...bare });
    });

    it('are undefined for a subscription that the vendor does not know', async () => {
      expect(await patient().details('nobody-knows-me')).toBeUndefined();
    });

    it('are not asked for when the signal is aborted already', async () => {
      const reason = new Error('cancelled');
      const asked = patient().details(await subscription(), { signal: AbortSignal.abort(reason) });
      await expect(asked).rejects.toBe(reason);
    });
  });
}
