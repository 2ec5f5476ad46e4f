import localFont from 'next/font/local';

/**
 * Geologica, weight axis only, self-hosted. The latin file is preloaded; the extended one is fetched by pages that need it. Until it is
 * there `Geologica stand-in` (base.css) takes its place, as wide and as high, so that no line breaks elsewhere when it arrives.
 */
const latin = localFont({
  src: '../../node_modules/@fontsource-variable/geologica/files/geologica-latin-wght-normal.woff2',
  variable: '--font-geologica',
  weight: '100 900',
  display: 'swap',
  preload: true,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
});

const latinExtended = localFont({
  src: '../../node_modules/@fontsource-variable/geologica/files/geologica-latin-ext-wght-normal.woff2',
  variable: '--font-geologica-ext',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

/** Arabic, where a page has any: Geologica has none, Rubik goes well with it. */
const arabic = localFont({
  src: '../../node_modules/@fontsource-variable/rubik/files/rubik-arabic-wght-normal.woff2',
  variable: '--font-arabic',
  weight: '300 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC',
    },
  ],
});

/** For the `<html>` element: makes the families available to `--font-sans`. */
export const fontClass = `${latin.variable} ${latinExtended.variable} ${arabic.variable}`;
