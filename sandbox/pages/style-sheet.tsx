/** @jsxImportSource hono/jsx */

/** A link to one of the sandbox's style sheets. */
export function StyleSheet({ name }: { name: 'click-to-pay' | 'wallet' | 'shop' | 'operator' }) {
  return <link rel="stylesheet" href={`/assets/${name}.css`} />;
}
