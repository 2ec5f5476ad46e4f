/**
 * Logos are hostile files until proven otherwise (AS-02): the type is what the bytes say, never what a partner says, and an
 * SVG with anything active or remote in it is refused. What passes is shown through `<img>` only.
 */
const MAX_BYTES = 512 * 1024;
const MAX_PIXELS = 2048;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ACTIVE_SVG =
  /<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|handler|set|animate\w*|audio|video)\b|[\s/"']on\w+\s*=|javascript:|@import|(?:href|src)\s*=\s*["']?\s*(?!#)[^"'\s>]|url\(\s*["']?\s*(?![#"'\s])|\\/i;

export interface InertImage {
  type: 'image/svg+xml' | 'image/png';
  bytes: Buffer;
}

/** The image if it is a plain PNG or an inert SVG of sane size, else null. */
export function inertImage(bytes: Buffer): InertImage | null {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) return null;
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return inertPng(bytes);
  const text = bytes.toString('utf8');
  if (!/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text) || text.includes('\0'))
    return null;
  return ACTIVE_SVG.test(text.replace(/\sxmlns(?::\w+)?\s*=\s*(["'])[^"']*\1/g, ''))
    ? null
    : { type: 'image/svg+xml', bytes };
}

function inertPng(bytes: Buffer): InertImage | null {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width > 0 && height > 0 && width <= MAX_PIXELS && height <= MAX_PIXELS
    ? { type: 'image/png', bytes }
    : null;
}
