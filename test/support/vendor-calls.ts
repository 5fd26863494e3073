import type { Stack } from './stack.ts';

export type VendorCall = 'apply' | 'lookUp' | 'void';

/**
 * Writes down, in their order, the calls that this process's workers make to the vendor about one order, answered or not. The
 * vendor itself only counts them.
 */
export function recordVendorCalls({ vendorUrl }: Stack) {
  const original = globalThis.fetch;
  const calls: { key: string; call: VendorCall }[] = [];
  globalThis.fetch = (input, init) => {
    const [, key, verb] = /\/operations\/([^/]+)(\/void)?$/.exec(String(input)) ?? [];
    if (key !== undefined && String(input).startsWith(vendorUrl)) {
      const call = verb === '/void' ? 'void' : init?.method === 'PUT' ? 'apply' : 'lookUp';
      calls.push({ key: decodeURIComponent(key), call });
    }
    return original(input, init);
  };
  return {
    of: (orderId: string): VendorCall[] =>
      calls.filter(({ key }) => key.startsWith(`${orderId}:`)).map(({ call }) => call),
    stop(): void {
      globalThis.fetch = original;
    },
  };
}
