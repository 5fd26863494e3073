import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ApiDependencies } from '../../api/dependencies.ts';
import { createOperations } from '../../api/openapi.ts';

// Describing the operations calls none of them, so nothing of the world is needed.
const { router, document } = createOperations({} as ApiDependencies);
const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
);

/** Every `$ref` in a part of the document. */
function refsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === '$ref' ? [value] : refsIn(value)));
}

describe('the OpenAPI document', () => {
  it('lists exactly the operations that are served', () => {
    const served = router.stack.flatMap(({ route }) => {
      const methods = Object.keys((route as unknown as { methods: object }).methods);
      const path = String(route?.path)
        .replaceAll(/(?<!\\):(\w+)/g, '{$1}')
        .replaceAll('\\:', ':');
      return methods.map((method) => `${method} ${path}`);
    });
    expect(served.length).toBeGreaterThan(5);
    // Live events are served beside the router, because they are no JSON; vendors' events, because they carry no token.
    expect([...served, 'get /v1/events', 'post /v1/vendor-events'].sort()).toEqual(
      described.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  it('names every operation once, with its summary, tag, security and problems', () => {
    expect(new Set(described.map(({ operation }) => operation.operationId)).size).toBe(described.length);
    for (const { path, operation } of described) {
      const scheme = path === '/v1/vendor-events' ? 'standardWebhooks' : 'bearer';
      expect(operation, path).toMatchObject({
        operationId: expect.stringMatching(/^[a-z]\w+$/),
        summary: expect.stringMatching(/\S/),
        tags: [expect.any(String)],
        security: [{ [scheme]: [] }],
      });
      expect(Object.keys(operation.responses)).toContainEqual(expect.stringMatching(/^20\d$/));
      expect(Object.keys(operation.responses)).toContain('401');
    }
  });

  it('describes the parameters that stand in a path', () => {
    for (const { path, operation } of described) {
      const inPath = (operation.parameters ?? []).filter((parameter: { in: string }) => parameter.in === 'path');
      const names = inPath.map(({ name }: { name: string }) => name);
      expect(names).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      for (const parameter of inPath) expect(parameter).toMatchObject({ required: true, schema: { type: 'string' } });
    }
  });

  it('refers to nothing that it does not hold', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of refs) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], document);
      expect(found, ref).toBeDefined();
    }
  });

  it('is kept in client/openapi.json as it is served', () => {
    const kept = readFileSync(new URL('../../client/openapi.json', import.meta.url), 'utf8');
    expect(kept, 'run `npm run generate`').toBe(`${JSON.stringify(document, null, 2)}\n`);
  });
});
