import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from './project-root.mjs';

const AA_AND_A = 55;
const page = await readFile(join(projectRoot, 'docs', 'accessibility.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| \d\.\d\.\d+ /.test(line));

it('states each criterion of WCAG 2.2, A and AA, once, with one of three answers', () => {
  const numbers = rows.map((row) => row.split('|')[1].trim().split(' ')[0]);
  expect(new Set(numbers).size).toBe(AA_AND_A);
  expect(rows).toHaveLength(AA_AND_A);
  for (const row of rows) expect(row).toMatch(/\| (A|AA) +\| (supported|partly|not applicable) +\| \S/);
});

it('names evidence that exists: each file, and in it each title', async () => {
  const evidence = rows.flatMap((row) => [...row.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+)\)/g)]);
  expect(evidence.length).toBeGreaterThan(rows.length / 2);
  const files = new Map();
  for (const [, , file] of evidence)
    if (!files.has(file)) files.set(file, await readFile(join(projectRoot, file), 'utf8'));
  expect(
    evidence.filter(([, title, file]) => !files.get(file).includes(title)).map(([link]) => link),
  ).toEqual([]);
});
