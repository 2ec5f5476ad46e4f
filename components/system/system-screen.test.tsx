import { describe, expect, it } from 'vitest';
import { renderMarkup } from '@/lib/testing/render-markup';
import { brand } from '@/lib/brand/brand';
import { bankView, type BankView } from '@/lib/i18n/bank';
import { ErrorScreen } from './error-screen';
import { SystemScreen } from './system-screen';

const text = (markup: string): string => markup.replace(/<[^>]+>/g, ' ');

describe('a page of the system itself', () => {
  it.each(['not_found', 'error', 'neutral_return', 'offline'] as const)(
    '%s says what happened, what it means and what to do, with one action',
    (kind) => {
      const markup = renderMarkup(<SystemScreen kind={kind} homeHref="/cards" />);
      expect(text(markup)).toMatch(/What happened.+What it means.+What to do/s);
      expect(markup.match(/<h1/g)).toHaveLength(1);
      expect(markup.match(/class="button/g)).toHaveLength(1);
      expect(text(markup)).not.toMatch(/error|undefined|\b[45]\d\d\b(?!\s?\d)/i);
    },
  );

  it('asks for the reference only where there is one', () => {
    expect(text(renderMarkup(<SystemScreen kind="error" homeHref="/cards" reference="7K2M-94QD" />))).toMatch(
      /quote the reference.*7K2M-94QD/s,
    );
    expect(text(renderMarkup(<SystemScreen kind="error" homeHref="/cards" />))).not.toContain('reference');
  });

  it('says what a page could not do, and whom to call where the bank is known', () => {
    const draw = (bank: BankView | null) =>
      text(
        renderMarkup(<ErrorScreen bank={bank} reference="abc" retry={() => undefined} homeHref="/cards" />),
      );
    const page = draw(bankView(brand()));
    expect(page).toContain('Partner Bank');
    expect(page).toContain('We could not show this page');
    expect(page).toContain('call us on 0800\u00a0555\u00a00142');
    expect(draw(null)).toContain('Try again in a minute or two.');
    expect(draw(null)).not.toContain('call us');
  });
});
