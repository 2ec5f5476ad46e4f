import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outcomesTable } from './outcomes-table';

/** The formatter aligns tables: what counts is what they say. */
const said = (markdown: string) => markdown.replace(/-{2,}/g, '').replace(/\s+/g, '').trim();

describe('the README', () => {
  test('lists every outcome of the one table', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, table = ''] = /<!-- outcomes:begin[^>]*-->([\s\S]*?)<!-- outcomes:end -->/.exec(readme) ?? [];
    expect(said(table)).toBe(said(outcomesTable()));
  });
});
