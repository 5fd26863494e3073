import { relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runtimeImports } from './architecture/runtime-imports.ts';
import { read, root, sources, tracked } from './architecture/tracked-files.ts';

/** What each folder may import at run time. `import type` is always allowed: it leaves nothing behind. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  workflows: ['domain'],
  db: ['domain', 'business-time.ts', 'config.ts'],
  activities: ['domain', 'db', 'business-time.ts'],
  api: ['domain', 'db', 'workflows/messages.ts', 'business-time.ts', 'config.ts'],
  worker: ['domain', 'db', 'activities', 'workflows', 'business-time.ts', 'config.ts'],
  web: ['client'],
  cli: ['client'],
  client: [],
  sandbox: ['domain', 'db', 'activities', 'workflows', 'api', 'worker', 'business-time.ts', 'config.ts'],
};

/** Packages a folder may import at run time; a folder that is not named may import any. */
const mayUse: Record<string, readonly string[]> = {
  domain: [],
  workflows: ['@temporalio/workflow', '@temporalio/common'],
};

/** Where a file's imports lead that its folder may not import. */
function strays(path: string, source: string): string[] {
  const folder = path.split('/')[0] ?? '';
  const allowed = [folder, ...(mayImport[folder] ?? [])];
  return runtimeImports(source).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const packages = mayUse[folder];
      return packages === undefined || packages.includes(specifier) ? [] : [`${path} → ${specifier}`];
    }
    const target = relative(root, resolve(root, path, '..', specifier));
    return allowed.some((place) => target === place || target.startsWith(`${place}/`)) ? [] : [`${path} → ${target}`];
  });
}

const sourcesIn = (folder: string) => sources.filter((path) => path.startsWith(`${folder}/`));

describe.each(Object.keys(mayImport))('%s/', (folder) => {
  it(`imports at run time only itself and: ${mayImport[folder]?.join(', ') || 'nothing'}`, () => {
    expect(sourcesIn(folder).flatMap((path) => strays(path, read(path)))).toEqual([]);
  });
});

describe('every folder with sources', () => {
  it('is in the table of imports, but for the benchmarks, which may import any', () => {
    const folders = new Set(sources.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    const unknown = [...folders].filter((folder) => folder !== 'bench' && !(folder && folder in mayImport));
    expect(unknown).toEqual([]);
  });
});

describe('the check of imports', () => {
  it.each([
    ['domain/x.ts', "import { sql } from 'drizzle-orm';", ['domain/x.ts → drizzle-orm']],
    ['domain/x.ts', "import type { Db } from '../db/client.ts';", []],
    ['workflows/x.ts', "import fs from 'node:fs';", ['workflows/x.ts → node:fs']],
    ['activities/x.ts', "export { y } from '../api/y.ts';", ['activities/x.ts → api/y.ts']],
    ['api/x.ts', "import { o } from '../workflows/order.ts';", ['api/x.ts → workflows/order.ts']],
    ['api/x.ts', "import { o } from '../workflows/messages.ts';", []],
    ['web/x.tsx', "const y = await import('../api/y.ts');", ['web/x.tsx → api/y.ts']],
    ['db/x.ts', "import { y } from '../sandbox/y.ts';", ['db/x.ts → sandbox/y.ts']],
    ['db/x.ts', "export type { Y } from '../api/y.ts';", []],
    ['db/x.ts', "export * from '../api/y.ts';", ['db/x.ts → api/y.ts']],
    ['db/x.ts', "import '../api/y.ts';", ['db/x.ts → api/y.ts']],
    // Under verbatimModuleSyntax this loads the module, though every name in it is a type.
    ['db/x.ts', "import { type Y } from '../api/y.ts';", ['db/x.ts → api/y.ts']],
    ['db/x.ts', "// import { y } from '../api/y.ts';\nconst text = \"import '../api/y.ts'\";", []],
    ['domain/rules/x.ts', "import { y } from '../y.ts';", []],
    ['client/x.ts', "import { y } from '../domain/y.ts';", ['client/x.ts → domain/y.ts']],
    ['sandbox/x.ts', "import { y } from '../web/y.ts';", ['sandbox/x.ts → web/y.ts']],
    ['activities/x.ts', "import { y } from '../config.ts';", ['activities/x.ts → config.ts']],
    ['worker/x.ts', "import { y } from '../api/y.ts';", ['worker/x.ts → api/y.ts']],
  ])('judges %s: %s', (path, source, expected) => {
    expect(strays(path, source)).toEqual(expected);
  });
});

describe('domain/', () => {
  it('knows no clock, no chance, no environment', () => {
    const impure = /\b(Date\b(?!s)|Math\.random|crypto\.|process\.|performance\.|setTimeout|fetch\()/;
    const code = (path: string) => read(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'/g, '');
    expect(sourcesIn('domain').filter((path) => impure.test(code(path)))).toEqual([]);
  });
});

describe('config.ts', () => {
  it('is read by entry points only', () => {
    const readers = tracked.filter(
      (path) => /\.ts$/.test(path) && !path.startsWith('test/') && /from '[./]*\/config\.ts'/.test(read(path)),
    );
    const entryPoints = readers.filter((path) => !path.startsWith('sandbox/'));
    expect(entryPoints.sort()).toEqual(['api/main.ts', 'db/migrate.ts', 'worker/main.ts']);
  });
});

describe('every source file', () => {
  it('has at most 200 lines', () => {
    const own = tracked.filter((path) => /\.(ts|tsx|css)$/.test(path) && !/^(test|client\/generated)\//.test(path));
    expect(own.filter((path) => read(path).split('\n').length > 200)).toEqual([]);
  });
});

describe('package.json', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies });

  it('pins every version exactly', () => {
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('has one version of everything of Temporal', () => {
    expect(
      new Set(versions.filter(([name]) => name.startsWith('@temporalio/')).map(([, version]) => version)).size,
    ).toBe(1);
  });
});

describe('package-lock.json', () => {
  it('names no registry, and a version of every optional package for other platforms', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const entries = Object.entries<{ resolved?: string; version?: string; optionalDependencies?: object }>(packages);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    const names = new Set(entries.map(([path]) => path.split('node_modules/').at(-1)));
    const optional = entries.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    expect(optional.filter((name) => !names.has(name))).toEqual([]);
  });
});
