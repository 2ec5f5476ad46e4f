/** What a browser says of itself, as far as a person needs it to recognise a device of theirs; null where it cannot be told. */
export interface DeviceName {
  browser: 'Chrome' | 'Edge' | 'Firefox' | 'Safari' | 'Opera' | 'Samsung Internet' | null;
  system: 'iPhone' | 'iPad' | 'Android' | 'Windows' | 'Mac' | 'Chromebook' | 'Linux' | null;
}

/** In this order: nearly every browser names others as well, to be let in everywhere. */
const BROWSERS: readonly [RegExp, Exclude<DeviceName['browser'], null>][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\b(?:Headless)?Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, Exclude<DeviceName['system'], null>][] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** Reads a `User-Agent` header: a claim of the browser, good enough to recognise one's own devices and for nothing else. */
export function deviceName(userAgent: string | null): DeviceName {
  const first = <T>(list: readonly [RegExp, T][]): T | null =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null;
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}
