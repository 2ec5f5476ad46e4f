import { describe, expect, it } from 'vitest';
import type { ChoosePageView } from '@/lib/domain/read-models';
import { renderMarkup } from '@/lib/testing/render-markup';
import { ChooseScreen } from './choose-screen';

type Choice = ChoosePageView['cards'][number];

const choice = (cardId: string, change: Partial<Choice> = {}): Choice => ({
  cardId,
  product: 'everyday',
  name: 'Everyday debit',
  last4: '4417',
  expiry: '08/29',
  selected: false,
  unavailable: null,
  ...change,
});

const draw = (maxCards: number, cards: Choice[], enrollmentId: string | null = null): string =>
  renderMarkup(
    <ChooseScreen
      view={{
        tokenRequestor: {
          tokenRequestorId: 'tr1',
          name: 'Click to Pay',
          kind: 'wallet',
          logo: null,
          isClickToPay: true,
          web: true,
          apps: [],
          appHref: null,
          maxCards,
          eligibleCardIds: cards.map((card) => card.cardId),
        },
        cards,
        enrollmentId,
      }}
      action={async () => ({ status: 'idle' })}
    />,
  );

const boxes = (markup: string): string[] => markup.match(/<input[^>]*class="box"[^>]*>/g) ?? [];

describe('choosing cards', () => {
  it('is a form of real boxes, so that it works without JavaScript', () => {
    const markup = draw(5, [choice('a', { selected: true }), choice('b')]);
    expect(markup).toMatch(/<form/);
    expect(boxes(markup)).toEqual([
      expect.stringMatching(
        /type="checkbox".*name="cardId".*checked="".*value="a"|type="checkbox".*name="cardId".*value="a".*checked=""/,
      ),
      expect.not.stringContaining('checked'),
    ]);
    expect(markup).toContain('name="tokenRequestorId" value="tr1"');
    expect(markup).not.toMatch(/\sstyle=/);
  });

  it('asks for one card with radios where one is the limit, and says so', () => {
    const markup = draw(1, [choice('a'), choice('b')]);
    expect(boxes(markup).every((box) => box.includes('type="radio"'))).toBe(true);
    expect(markup).toContain('takes one card at a time');
    expect(draw(5, [choice('a')])).toContain('takes up to five at a time');
  });

  it('never sends a card that cannot go: its box has no name, says why and keeps the focus', () => {
    const markup = draw(5, [choice('a'), choice('b', { unavailable: 'expired' })]);
    const [, held = ''] = boxes(markup);
    expect(held).not.toContain('name=');
    expect(held).toContain('aria-disabled="true"');
    expect(held).not.toContain(' disabled');
    expect(held).toContain('aria-describedby="why-b"');
    expect(markup).toContain('Expired 08/29');
  });

  it('puts what is chosen on the slip, and nothing else', () => {
    const markup = draw(5, [
      choice('a', { selected: true, name: 'Reserve credit', last4: '6120' }),
      choice('b'),
    ]);
    const slip = markup.slice(markup.indexOf('aria-label="Your slip"'));
    expect(slip).toContain('Reserve credit');
    expect(slip).not.toContain('Everyday debit');
  });

  it('claims no number of cards before a script can keep it true', () => {
    expect(draw(5, [choice('a', { selected: true })])).not.toContain('Continue with');
  });

  it('keeps the draft it changes', () => {
    expect(draw(5, [choice('a')], 'e9')).toContain('name="enrollmentId" value="e9"');
  });

  it('offers the way back when no card can go', () => {
    const markup = draw(5, [choice('a', { unavailable: 'closed' })]);
    expect(markup).toContain('None of your cards can go to Click to Pay now.');
    expect(markup).toContain('href="/cards"');
    expect(markup).not.toContain('Continue');
  });
});
