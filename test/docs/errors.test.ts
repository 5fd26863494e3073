import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProblemCode, problemCodes } from '../../api/problem-codes.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
const sections = new Map(
  page
    .split('\n### ')
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
);

describe('docs/errors.md', () => {
  it('explains every problem code and no other', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(problemCodes).sort());
  });

  it.each(Object.keys(problemCodes) as ProblemCode[])('gives %s its status, its title and what to do', (code) => {
    const { status, title, advice } = problemCodes[code];
    const section = sections.get(code);
    expect(section).toContain(`**${status}** ${title}.`);
    expect(section).toContain(`*What to do:* ${advice}`);
  });
});
