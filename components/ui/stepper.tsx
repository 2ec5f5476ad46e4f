import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from './icon';

export type Step = 1 | 2 | 3 | 4;

const STEPS: readonly { step: Step; key: 'choose' | 'review' | 'confirm' | 'continue' }[] = [
  { step: 1, key: 'choose' },
  { step: 2, key: 'review' },
  { step: 3, key: 'confirm' },
  { step: 4, key: 'continue' },
];

function Disc({ step, current }: { step: Step; current: Step }) {
  const look =
    step === current
      ? 'bg-accent text-on-accent forced-color-adjust-none forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]'
      : step < current
        ? 'bg-accent-wash text-accent-text forced-colors:border'
        : 'text-ink-3 ring-[1.5px] ring-inset ring-rule-strong forced-colors:border';
  return (
    <span
      aria-hidden
      className={`num grid size-[22px] place-items-center rounded-full text-tab font-mark ${look}`}
    >
      {step < current ? <Icon icon={Check} size={14} /> : step}
    </span>
  );
}

/** Numbered discs from a tablet on, where only the current one has room for its word. */
export function Stepper({ current }: { current: Step }) {
  const t = useTranslations('nav');
  return (
    <ol aria-label={t('progress')} className="mx-auto hidden items-center gap-1.5 md:flex">
      {STEPS.map(({ step, key }) => (
        <li
          key={key}
          className={`flex items-center gap-2 text-small ${step > 1 ? "before:ms-1 before:me-1.5 before:h-[1.5px] before:w-4 before:bg-rule-strong before:opacity-45 before:content-[''] lg:before:w-[26px]" : ''} ${step === current ? 'font-bold text-ink' : step < current ? 'text-ink-2' : 'text-ink-3'}`}
          {...(step === current ? { 'aria-current': 'step' as const } : {})}
        >
          <Disc step={step} current={current} />
          <span className={step === current ? '' : 'max-lg:sr-only'}>{t(`steps.${key}`)}</span>
          {step < current ? <span className="sr-only">{t('done')}</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** Four bars and a sentence on a phone. */
export function StepBars({ current }: { current: Step }) {
  const t = useTranslations('nav');
  const now = STEPS.find(({ step }) => step === current)?.key ?? 'choose';
  return (
    <div className="px-(--gutter) pb-1 md:hidden">
      <div aria-hidden className="grid grid-cols-4 gap-[5px]">
        {STEPS.map(({ step }) => (
          <span
            key={step}
            className={`h-1 rounded-[2px] ${step <= current ? 'bg-accent forced-colors:bg-[Highlight]' : 'bg-rule forced-colors:border'}`}
          />
        ))}
      </div>
      <p className="mt-[7px] text-small font-medium text-ink-2">
        {t('stepOf', { step: current, name: t(`steps.${now}`) })}
      </p>
    </div>
  );
}
