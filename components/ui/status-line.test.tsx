import { describe, expect, it } from 'vitest';
import { CARD_OUTCOMES } from '@/lib/domain/enrollment';
import { renderMarkup } from '@/lib/testing/render-markup';
import { StatusLine, type StatusOutcome } from './status-line';

const shapeOf = (outcome: StatusOutcome): string =>
  /lucide-[a-z-]+/.exec(renderMarkup(<StatusLine outcome={outcome} />))?.[0] ?? 'none';

describe('a status line', () => {
  it('has a shape and a word for everything that can be known of a card', () => {
    for (const outcome of [...CARD_OUTCOMES, 'confirmed', 'expired'] as const) {
      expect(shapeOf(outcome)).toMatch(/^lucide-/);
      expect(renderMarkup(<StatusLine outcome={outcome} />).replace(/<[^>]+>/g, '')).toMatch(/^[A-Z]\w+/);
    }
  });

  it('never gives failure the shape of success, nor reported that of confirmed', () => {
    const success = [shapeOf('approved'), shapeOf('confirmed'), shapeOf('duplicate')];
    expect(new Set(success).size).toBe(3);
    const rest = (
      [
        'declined',
        'refused',
        'error',
        'cancelled',
        'unknown',
        'expired',
        'pushed',
        'needs_authentication',
      ] as const
    ).map(shapeOf);
    expect(rest.filter((shape) => success.includes(shape))).toEqual([]);
  });
});
