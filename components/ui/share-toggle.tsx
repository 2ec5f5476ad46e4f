import { Check, Lock } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { Icon } from './icon';

export interface ShareToggleProps {
  name: string;
  shared: boolean;
  labels: { /** Names the group, e.g. "Mobile". */ group: string; share: string; keep: string };
  /** Given by a client leaf that redraws what depends on the choice; without it the radios keep their own state. */
  onChange?: ((shared: boolean) => void) | undefined;
}

/** Two radios, `share` and `keep`; the chosen one is raised and carries an icon. */
export function ShareToggle({ name, shared, labels, onChange }: ShareToggleProps) {
  const options = [
    { value: 'share', label: labels.share, icon: Check, chosen: shared },
    { value: 'keep', label: labels.keep, icon: Lock, chosen: !shared },
  ];
  const listen = onChange
    ? { onChange: (event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value === 'share') }
    : {};
  return (
    <fieldset className="inline-flex rounded-small bg-sunken p-[3px] text-small font-mark">
      <legend className="sr-only">{labels.group}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="group flex min-h-[34px] items-center gap-1.5 rounded-[7px] px-3 text-ink-2 has-checked:bg-sheet has-checked:font-bold has-checked:text-ink has-checked:ring-1 has-checked:ring-rule-strong has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.chosen}
            className="sr-only"
            {...listen}
          />
          <span className="hidden group-has-checked:block">
            <Icon icon={option.icon} size={16} />
          </span>
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
