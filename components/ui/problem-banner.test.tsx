import { describe, expect, it } from 'vitest';
import { CLOSER_FAULTS, PAGE_FAULTS } from '@/lib/domain/words-needed';
import { APP_ERROR_CODES } from '@/lib/errors/app-error';
import { renderMarkup } from '@/lib/testing/render-markup';
import ui from '@/messages/en/ui.json';
import { ErrorText } from './error-text';
import { ProblemBanner } from './problem-banner';

const text = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('a fault on a page', () => {
  it.each([...APP_ERROR_CODES, ...PAGE_FAULTS, ...CLOSER_FAULTS])(
    'says all of %s without a script, in a box that is announced and can take the focus',
    (code) => {
      const { title, sentence, nextStep } = ui.errors[code];
      const markup = renderMarkup(<ProblemBanner code={code} />);
      expect(markup).toMatch(/^<div[^>]* tabindex="-1" role="alert"/i);
      expect(markup).toContain(`<b>${title}</b>`);
      if (!sentence.includes('{')) expect(text(markup)).toBe(`${title} ${sentence} ${nextStep}`);
    },
  );

  it('has words for a code that nobody knows, and shows nothing of it', () => {
    for (const code of ['SURPRISE', 'constructor', '__proto__', 'STALE.title', '']) {
      const { title, sentence, nextStep } = ui.errors.unknown;
      const said = text(renderMarkup(<ProblemBanner code={code} />));
      expect(said).toBe(`${title} ${sentence} ${nextStep}`);
    }
  });

  it('leads back through signing in, to the place of the next step, and to a reference', () => {
    expect(renderMarkup(<ProblemBanner code="SIGNED_OUT" signInNext="/enroll/e1/review" />)).toContain(
      'href="/login?next=%2Fenroll%2Fe1%2Freview"',
    );
    expect(renderMarkup(<ProblemBanner code="SIGNED_OUT" />)).not.toContain('<a');
    expect(renderMarkup(<ProblemBanner code="CONSENT_MISSING" nextStepHref="#agree" />)).toMatch(
      /<a [^>]*href="#agree">Tick the box to send this slip\.<\/a>/,
    );
    expect(text(renderMarkup(<ProblemBanner code="SERVICE_UNAVAILABLE" reference="ABCD" />))).toMatch(
      /quote ABCD\.$/,
    );
  });

  it('says beside a field what is wrong with that field, and counts the tries', () => {
    const said = (fault: Parameters<typeof ErrorText>[0]['fault']) =>
      text(renderMarkup(<ErrorText fault={fault} />));
    expect(said({ code: 'required', field: 'username' })).toMatch(/^Write your username\. /);
    expect(said({ code: 'WRONG_CODE', field: 'code', triesLeft: 4 })).toContain(' 4 tries left. ');
    expect(said({ code: 'WRONG_CODE', field: 'code', triesLeft: 1 })).toContain(' One try left. ');
    expect(said({ code: 'WRONG_CODE', field: 'code', triesLeft: 0 })).toMatch(/Ask for a new one\.$/);
    expect(said({ code: 'WRONG_CREDENTIALS', triesLeft: 1 })).toContain('One more wrong try');
    expect(said({ code: 'WRONG_CREDENTIALS', triesLeft: 3 })).not.toContain('One more wrong try');
  });
});
