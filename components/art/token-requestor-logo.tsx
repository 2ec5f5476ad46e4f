export interface TokenRequestorLogoProps {
  /** Path of the portal's own asset route; null draws a neutral placeholder of the same size. */
  logo: string | null;
  name: string;
  size: number;
}

const initial = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase('en') ?? '';

/** A token requestor's logo, as a picture in a box of fixed size. Decorative: the name always stands beside it. */
export function TokenRequestorLogo({ logo, name, size }: TokenRequestorLogoProps) {
  if (logo === null) {
    return (
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="block flex-none">
        <rect width="32" height="32" rx="9" fill="var(--mute-wash)" />
        <text x="16" y="21.2" textAnchor="middle" fontSize="14.5" fontWeight="560" fill="var(--mute)">
          {initial(name)}
        </text>
      </svg>
    );
  }
  return (
    <picture className="block flex-none">
      <img
        src={logo}
        alt=""
        width={size}
        height={size}
        decoding="async"
        className="block rounded-small object-contain"
      />
    </picture>
  );
}
