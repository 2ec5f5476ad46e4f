/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { StyleSheet } from '@/sandbox/pages/style-sheet';

/** The frame of a page for developers, in the operator's look. */
export function Frame({ title, children }: { title: string; children: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <StyleSheet name="operator" />
        <link rel="icon" href="/assets/50123197928.svg" type="image/svg+xml" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** Text in which backquotes mark code. */
export function Words({ text }: { text: string }) {
  return <>{text.split('`').map((piece, index) => (index % 2 === 1 ? <code>{piece}</code> : piece))}</>;
}
