import { describe, expect, it } from 'vitest';
import { read, tracked } from './tracked-files.ts';

/** A folder of one person's or one build's machine. */
const machinePath =
  /(?:^|file:\/\/|[^\w.~/-])(?:\/(?:root|work|workspace|home\/[\w.-]+|Users\/[\w.-]+)\/|[A-Z]:\\Users\\)/m;
/** Where one build got its packages from; the next one may get them from elsewhere. */
const registryHost = /\b(?:registry|mirror|proxy|artifactory|nexus|npm|pypi)\.[a-z0-9-]+\.[a-z]{2,}\b/i;

const binary = /\.(png|ico|woff2?)$/;
const texts = tracked.filter((path) => !binary.test(path));
const filesWith = (pattern: RegExp) => texts.filter((path) => path !== OWN_PATH && pattern.test(read(path)));
// The planted examples below are here.
const OWN_PATH = 'test/architecture/places.test.ts';

describe('no file in version control', () => {
  it('names a folder of the machine it was made on', () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(filesWith(machinePath)).toEqual([]);
  });

  it('names the host of a package registry', () => {
    expect(filesWith(registryHost)).toEqual([]);
  });
});

describe('the search for folders of a machine', () => {
  it.each([
    ['at run (/home/jane/changeover/api/app.ts:3)', true],
    ['"/home/jane.doe/.cache/changeover"', true],
    ['file:///Users/jane/changeover', true],
    ['C:\\Users\\jane', true],
    ['/tmp/changeover-test-x', false],
    ['https://example.com/home/page/', false],
    ['sandbox/postgres/home.ts', false],
  ])('in %s finds: %s', (text, found) => {
    expect(machinePath.test(text)).toBe(found);
  });
});

describe('the search for registries', () => {
  it.each([
    ['"resolved": "https://registry.example.org/zod/-/zod-4.6.7.tgz"', true],
    ['index-url = https://pypi.mirror.example/simple', true],
    ['registry.registerPath({', false],
    ['npm run generate', false],
  ])('in %s finds: %s', (text, found) => {
    expect(registryHost.test(text)).toBe(found);
  });
});
