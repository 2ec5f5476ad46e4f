/** @jsxImportSource hono/jsx */
import { StyleSheet } from '@/sandbox/pages/style-sheet';
import type { PropsWithChildren } from 'hono/jsx';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';

/** A language tag for `lang`: `en_GB` becomes `en-GB` (RFC 5646). */
export function languageTag(locale: string): string {
  return locale.replace('_', '-');
}

interface LayoutProps {
  readonly title: string;
  readonly locale: string;
  /** The drawn inbox beside the panel. */
  readonly aside?: unknown;
  readonly foot?: string;
}

/**
 * The frame of every Click to Pay page. `html` carries the language that was asked for; the words are English, which
 * `body` says wherever that is another language.
 */
export function Layout({ title, locale, aside, foot, children }: PropsWithChildren<LayoutProps>) {
  const tag = languageTag(locale);
  const spoken = tag.startsWith('en') ? {} : { lang: 'en' };
  return (
    <html lang={tag} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Click to Pay (sandbox)`}</title>
        <link rel="icon" href={`/assets/${CLICK_TO_PAY_ID}.svg`} type="image/svg+xml" />
        <StyleSheet name="click-to-pay" />
      </head>
      <body {...spoken}>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header>
          <p class="strip">Sandbox. This page stands in for Click to Pay so that you can try the journey.</p>
          <div class="brand">
            <img src={`/assets/${CLICK_TO_PAY_ID}.svg`} alt="" width="36" height="36" />
            Click to Pay
          </div>
        </header>
        <div class="stage">
          {aside ? <div class="balance"></div> : null}
          <main id="main">{children}</main>
          {aside}
        </div>
        <footer>
          {foot ?? 'Sandbox, no real cards'} · <a href={`/about?locale=${locale}`}>What is Click to Pay?</a>
        </footer>
      </body>
    </html>
  );
}
