import { encode } from 'uqr';

/** A QR code as one path, drawn on the server. It carries the address of a portal page, never a receipt (decisions 6). */
export function QrCode({ text, label, size }: { text: string; label: string; size: number }) {
  const { data, size: modules } = encode(text, { border: 2 });
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')).join(''))
    .join('');
  return (
    // Dark on light in every colour scheme: many readers know no other.
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${String(modules)} ${String(modules)}`}
      shapeRendering="crispEdges"
      className="block flex-none rounded-small"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#071317" />
    </svg>
  );
}
