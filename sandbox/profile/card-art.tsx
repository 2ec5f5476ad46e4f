/** @jsxImportSource hono/jsx */

const TINTS = 5;

/** A placeholder where the bank's own picture of the card would be: a plain card in one of five tints. */
export function CardArt({ last4 }: { last4: string }) {
  return (
    <svg
      class={`art tint-${Number(last4) % TINTS || 0}`}
      width="72"
      height="46"
      viewBox="0 0 72 46"
      aria-hidden="true"
    >
      <rect width="72" height="46" rx="6" class="card" />
      <rect x="8" y="12" width="11" height="8" rx="2" class="mark" />
      <rect x="8" y="32" width="26" height="4" rx="2" class="mark" />
      <circle cx="58" cy="33" r="6" class="mark" />
    </svg>
  );
}
