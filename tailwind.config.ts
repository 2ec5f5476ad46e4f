import type { Config } from 'tailwindcss';

/**
 * Names for the design tokens; the values are CSS variables, so that dark, another brand and another language change no class name.
 * Colours: the brand's own sheet, served by server/drawn-files.ts. Sizes, motion, shadows: components/ui/base.css.
 */
const colour = (role: string): string => `var(--${role})`;

export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    screens: { sm: '360px', md: '761px', lg: '960px', xl: '1168px' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: colour('paper'),
      sheet: colour('sheet'),
      sunken: colour('sunken'),
      ink: colour('ink'),
      'ink-2': colour('ink-2'),
      'ink-3': colour('ink-3'),
      rule: colour('rule'),
      'rule-strong': colour('rule-strong'),
      accent: colour('accent'),
      'accent-strong': colour('accent-strong'),
      'on-accent': colour('on-accent'),
      'accent-wash': colour('accent-wash'),
      'accent-line': colour('accent-line'),
      'accent-text': colour('accent-text'),
      focus: colour('focus'),
      ok: colour('ok'),
      'ok-wash': colour('ok-wash'),
      warn: colour('warn'),
      'warn-wash': colour('warn-wash'),
      bad: colour('bad'),
      'bad-wash': colour('bad-wash'),
      mute: colour('mute'),
      'mute-wash': colour('mute-wash'),
      deep: colour('deep'),
    },
    fontFamily: { sans: ['var(--font-sans)'], mono: ['var(--font-code)'] },
    fontSize: {
      display: [
        'var(--size-display)',
        { lineHeight: 'var(--line-display)', letterSpacing: '-0.03em', fontWeight: '500' },
      ],
      h1: ['var(--size-h1)', { lineHeight: 'var(--line-h1)', letterSpacing: '-0.032em', fontWeight: '520' }],
      h2: ['1.25rem', { lineHeight: '1.625rem', letterSpacing: '-0.02em', fontWeight: '530' }],
      h3: ['1rem', { lineHeight: '1.5rem', letterSpacing: '-0.012em', fontWeight: '520' }],
      lead: ['var(--size-lead)', { lineHeight: 'var(--line-lead)' }],
      field: ['1.0625rem', { lineHeight: '1.5rem' }],
      body: ['1rem', { lineHeight: '1.5625rem' }],
      note: ['0.9375rem', { lineHeight: '1.375rem' }],
      small: ['0.875rem', { lineHeight: '1.25rem' }],
      tab: ['0.75rem', { lineHeight: '1rem' }],
    },
    fontWeight: {
      body: '340',
      hint: '360',
      label: '400',
      mark: '470',
      medium: '500',
      bold: '520',
      strong: '530',
    },
    borderRadius: {
      none: '0',
      check: '0.4375rem',
      small: '0.5625rem',
      control: '0.625rem',
      row: '0.75rem',
      slip: '1rem',
      dialog: '1.125rem',
      full: '50%',
    },
    extend: {
      boxShadow: { card: 'var(--shadow-card)', dialog: 'var(--shadow-dialog)' },
      // In `em`, not in `ch`: a `ch` is another length when the typeface arrives.
      maxWidth: { page: '70rem', measure: '35em', form: '23.75rem' },
      transitionTimingFunction: { out: 'cubic-bezier(.2,.7,.2,1)' },
      transitionDuration: { fast: '90ms', base: '160ms' },
      gridTemplateColumns: { rail: 'minmax(0,1fr) 23rem' },
    },
  },
} satisfies Config;
