import { Fragment } from 'react';

/** A text that may be an e-mail address: too long for its line it breaks before the @, not somewhere in a word. */
export function Breakable({ children }: { children: string }) {
  return children.split(/(?=@)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
