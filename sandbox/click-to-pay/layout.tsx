/** @jsxImportSource hono/jsx */
import { StyleSheet } from '@/sandbox/pages/style-sheet';
import type { PropsWithChildren } from 'hono/jsx';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import { languageTag, wordsFor } from '@/sandbox/words/words';

const NAME = 'Click to Pay';

interface LayoutProps {
  readonly title: string;
  readonly locale: string;
  /** The drawn inbox beside the panel. */
  readonly aside?: unknown;
  /** Where somebody is in the middle of something; without it the foot leads on to the profile. */
  readonly foot?: string | undefined;
  /** The presenter's strip, below everything. */
  readonly tools?: unknown;
}

/**
 * `lang` of `html` is the language that was asked for, that of `body` the language of the words wherever they are in
 * another one.
 */
export function languageOf(locale: string): { lang: string; dir: 'ltr' | 'rtl'; spoken: { lang?: string } } {
  const lang = languageTag(locale);
  const { language, direction } = wordsFor(locale);
  return { lang, dir: direction, spoken: lang.startsWith(language) ? {} : { lang: language } };
}

/** The frame of every Click to Pay page. */
export function Layout({ title, locale, aside, foot, tools, children }: PropsWithChildren<LayoutProps>) {
  const { frame } = wordsFor(locale);
  const { lang, dir, spoken } = languageOf(locale);
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{frame.title(title, NAME)}</title>
        <link rel="icon" href={`/assets/${CLICK_TO_PAY_ID}.svg`} type="image/svg+xml" />
        <StyleSheet name="click-to-pay" />
      </head>
      <body {...spoken}>
        <a class="skip" href="#main">
          {frame.skip}
        </a>
        <header>
          <p class="strip">{frame.strip(NAME)}</p>
          <div class="brand">
            <img src={`/assets/${CLICK_TO_PAY_ID}.svg`} alt="" width="36" height="36" />
            {NAME}
          </div>
        </header>
        <div class="stage">
          {aside ? <div class="balance"></div> : null}
          <main id="main">{children}</main>
          {aside}
        </div>
        <footer>
          {foot ?? frame.foot} · <a href={`/about?locale=${locale}`}>{frame.whatIs}</a>
          {foot === undefined ? (
            <>
              {' '}
              · <a href={`/profile?locale=${locale}`}>{frame.profile}</a>
            </>
          ) : null}
        </footer>
        {tools}
      </body>
    </html>
  );
}
