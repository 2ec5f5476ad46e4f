import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ArtSpecimens } from '@/components/demo/components/art.demo';
import { ControlSpecimens } from '@/components/demo/components/controls.demo';
import { WordSpecimens } from '@/components/demo/components/words.demo';
import { brand } from '@/lib/brand/brand';
import { toCss } from '@/lib/domain/colour';
import { COLOUR_ROLES, paletteOf, type Palette } from '@/lib/domain/palette';
import { demoWords } from '@/lib/i18n/demo-words.demo';

export function generateMetadata(): Metadata {
  return { title: demoWords('components')('title') };
}

const THEMES = ['light', 'dark'] as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;
type Theme = (typeof THEMES)[number];
type Direction = (typeof DIRECTIONS)[number];

const rule = (theme: Theme, palette: Palette): string =>
  `[data-theme=${theme}]{color-scheme:${theme};background:var(--paper);color:var(--ink);${COLOUR_ROLES.map((role) => `--${role}:${toCss(palette[role])}`).join(';')}}`;

/** Every part of the design system in every state; theme and direction are links, so that two windows show both. */
export default async function ComponentsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = await searchParams;
  const t = demoWords('components');
  const theme = THEMES.find((one) => one === asked['theme']);
  const direction = DIRECTIONS.find((one) => one === asked['direction']) ?? 'ltr';
  const { accent, cards } = brand();
  const palettes = paletteOf(accent);
  return (
    <div
      className="flex-1"
      lang="en"
      dir={direction}
      {...(theme === undefined ? {} : { 'data-theme': theme })}
    >
      <style nonce={(await headers()).get('x-nonce') ?? ''}>
        {THEMES.map((one) => rule(one, palettes[one])).join('')}
      </style>
      <main id="main" className="page">
        <h1 className="text-h1">{t('title')}</h1>
        <p className="mt-2 max-w-measure text-lead text-ink-2">{t('lead')}</p>
        <nav className="my-4 flex flex-wrap gap-x-6 text-note">
          <Switch
            label={t('theme')}
            name="theme"
            now={theme}
            other={`direction=${direction}`}
            choices={THEMES}
          />
          <Switch
            label={t('direction')}
            name="direction"
            now={direction}
            other={theme === undefined ? '' : `theme=${theme}`}
            choices={DIRECTIONS}
          />
        </nav>
        <WordSpecimens />
        <ArtSpecimens
          names={{
            everyday: cards.everyday.name,
            reserve: cards.reserve.name,
            together: cards.together.name,
            online: cards.online.name,
          }}
        />
        <ControlSpecimens />
      </main>
    </div>
  );
}

function Switch({
  label,
  name,
  now,
  other,
  choices,
}: {
  label: string;
  name: string;
  now: string | undefined;
  other: string;
  choices: readonly (Theme | Direction)[];
}) {
  const t = demoWords('components');
  return (
    <p className="flex gap-3">
      {label}
      {choices.map((choice) => (
        <a
          key={choice}
          href={`?${name}=${choice}&${other}`}
          className="link py-1 aria-[current]:font-bold aria-[current]:no-underline"
          {...(choice === now ? { 'aria-current': 'true' as const } : {})}
        >
          {t(choice)}
        </a>
      ))}
    </p>
  );
}
