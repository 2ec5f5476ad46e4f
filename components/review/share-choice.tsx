import { Check, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

/**
 * "Share" or "Keep private" for one optional field: two radios that post `yes` or `no`. The row around it looks at the checked
 * radio through CSS, so that a value is struck out without any script.
 */
export function ShareChoice({ field, label, shared }: { field: string; label: string; shared: boolean }) {
  const t = useTranslations('review');
  const options = [
    { value: 'yes', words: t('share'), icon: Check, checked: shared },
    { value: 'no', words: t('keepPrivate'), icon: Lock, checked: !shared },
  ];
  return (
    <fieldset className="inline-flex rounded-small bg-sunken p-[3px] text-[0.8125rem]/5 font-mark md:text-small">
      <legend className="sr-only">{t('toggleLabel', { field: label })}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="group/option flex min-h-[34px] items-center gap-1.5 rounded-[7px] px-2.5 text-ink-2 has-checked:bg-sheet has-checked:font-bold has-checked:text-ink has-checked:ring-1 has-checked:ring-rule-strong forced-colors:has-checked:border-2 has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus md:px-3"
        >
          <input
            type="radio"
            name={`share.${field}`}
            value={option.value}
            defaultChecked={option.checked}
            className="sr-only"
          />
          <span className="hidden sm:group-has-checked/option:block">
            <Icon icon={option.icon} size={16} />
          </span>
          {option.words}
        </label>
      ))}
    </fieldset>
  );
}
