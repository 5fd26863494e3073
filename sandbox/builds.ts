import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import type { Report } from './progress.ts';

/** Where the project is, and so its package.json and its sources. */
export const projectDir = join(import.meta.dirname, '..');
const sources = (...names: string[]) => [...names, 'package-lock.json'].map((name) => join(projectDir, name));

/** The browser app, ready to be served; returns its folder. */
export async function buildWeb(dataDir: string, report: Report): Promise<string> {
  const output = join(dataDir, 'web');
  const done = await buildOnce({ inputs: sources('web', 'client'), output }, async () => {
    report('Web app: building it');
    // What builds takes long to load, and most starts have nothing to build.
    const { build } = await import('vite');
    await build({
      configFile: join(projectDir, 'web/vite.config.ts'),
      // The other loader writes into node_modules, which may be another user's.
      configLoader: 'runner',
      logLevel: 'error',
      build: { outDir: output, emptyOutDir: true },
    });
  });
  report(`Web app: ${done}`);
  return output;
}

/** The workflows, ready to be run by a worker; returns the bundle's file. */
export async function buildWorkflows(dataDir: string, report: Report): Promise<string> {
  const output = join(dataDir, 'workflow-bundle.js');
  const done = await buildOnce({ inputs: sources('workflows', 'domain'), output }, async () => {
    report('Workflows: bundling them');
    const { bundleWorkflows } = await import('../worker/bundle.ts');
    writeFileSync(output, await bundleWorkflows());
  });
  report(`Workflows: ${done}`);
  return output;
}
