import { detailsIn, noAnswer, receiptIn, refusalIn, says, settlementIn } from './answers.ts';
import { exchange } from './exchange.ts';
import type { Provisioner } from './provisioner.ts';
import { VendorAnswerInvalid } from './provisioner.ts';
import { answers } from './receipt.ts';

/**
 * A Provisioner for any vendor that speaks the REST contract of docs/vendor-contract.md at `url`, with `apiKey` as bearer token.
 * `timeoutMs` is the time, in milliseconds, of one request up to the last byte of its answer.
 */
export function createHttpProvisioner({
  url,
  apiKey,
  timeoutMs,
}: {
  url: string;
  apiKey: string;
  timeoutMs: number;
}): Provisioner {
  const base = url.replace(/\/+$/, '');
  const addressOf = (key: string, verb = '') => `${base}/operations/${encodeURIComponent(key)}${verb}`;
  const common = { apiKey, timeoutMs };

  return {
    async apply(operation, { signal } = {}) {
      const { key, ...body } = operation;
      const answer = await exchange({ ...common, method: 'PUT', url: addressOf(key), body, signal });
      if (answer.status === 422) throw refusalIn(answer);
      if (answer.status === 410 && says(answer, 'KEY_VOIDED')) throw refusalIn(answer);
      if (answer.status !== 200) throw noAnswer(answer);
      const receipt = receiptIn(answer, key);
      if (answers(receipt, operation)) return receipt;
      throw new VendorAnswerInvalid(`The vendor's receipt for ${key} is of another operation than was sent`);
    },

    async lookUp(key, { signal } = {}) {
      const answer = await exchange({ ...common, method: 'GET', url: addressOf(key), signal });
      if (answer.status === 404 && says(answer, 'UNKNOWN_KEY')) return undefined;
      if (answer.status === 410 && says(answer, 'KEY_VOIDED')) return undefined;
      if (answer.status !== 200) throw noAnswer(answer);
      return receiptIn(answer, key);
    },

    async voidKey(key, { signal } = {}) {
      const answer = await exchange({ ...common, method: 'POST', url: addressOf(key, '/void'), signal });
      if (answer.status !== 200) throw noAnswer(answer);
      return settlementIn(answer, key);
    },

    async details(subscriptionId, { signal } = {}) {
      const address = `${base}/subscriptions/${encodeURIComponent(subscriptionId)}`;
      const answer = await exchange({ ...common, method: 'GET', url: address, signal });
      if (answer.status === 404 && says(answer, 'UNKNOWN_SUBSCRIPTION')) return undefined;
      if (answer.status !== 200) throw noAnswer(answer);
      return detailsIn(answer, subscriptionId);
    },
  };
}
