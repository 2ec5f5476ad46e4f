import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateDiagram } from './state-diagram';

describe('docs/architecture.md', () => {
  test('shows the diagram that the transition table makes', () => {
    const page = readFileSync('docs/architecture.md', 'utf8');
    const [, diagram] = /<!-- state-diagram:begin -->\s*```mermaid\n([\s\S]*?)\n```/.exec(page) ?? [];
    expect(diagram).toBe(stateDiagram());
  });
});
