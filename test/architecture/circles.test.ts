import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circleIn } from './circles.ts';
import { runtimeImports } from './runtime-imports.ts';
import { read, sources } from './tracked-files.ts';

const own = sources.filter((path) => !path.startsWith('client/generated/'));
const imports = new Map(
  own.map((path) => [
    path,
    runtimeImports(read(path))
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => join(dirname(path), specifier)),
  ]),
);
const folderOf = (path: string): string => path.split('/')[0] ?? path;

describe('the sources', () => {
  it('import nothing that does not exist', () => {
    const known = new Set(sources);
    const missing = [...imports].flatMap(([path, targets]) =>
      targets.filter((target) => /\.tsx?$/.test(target) && !known.has(target)).map((target) => `${path} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('import each other at run time in no circle', () => {
    expect(imports.size).toBeGreaterThan(100);
    expect(circleIn(imports)).toBeUndefined();
  });

  it('lead from folder to folder in no circle', () => {
    const folders = new Map<string, string[]>();
    for (const [path, targets] of imports) {
      const from = folderOf(path);
      const others = targets.map(folderOf).filter((folder) => folder !== from);
      folders.set(from, [...(folders.get(from) ?? []), ...others]);
    }
    expect(circleIn(folders)).toBeUndefined();
  });
});

describe('the search for circles', () => {
  const search = (graph: Record<string, string[]>) => circleIn(new Map(Object.entries(graph)));

  it.each([
    { graph: { a: ['a'] }, circle: ['a', 'a'] },
    { graph: { a: ['b'], b: ['a'] }, circle: ['a', 'b', 'a'] },
    { graph: { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, circle: ['b', 'c', 'd', 'b'] },
    { graph: { a: ['b', 'c'], b: ['d'], c: ['d'], d: ['e'] }, circle: undefined },
    { graph: { a: ['unknown'] }, circle: undefined },
  ])('finds $circle in $graph', ({ graph, circle }) => {
    expect(search(graph)).toEqual(circle);
  });
});
