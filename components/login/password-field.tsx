'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Field, type FieldProps } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';

export type PasswordFieldProps = Omit<FieldProps, 'type' | 'end'> & { showLabel: string; hideLabel: string };

/** A password that can be shown. The switch is there only where it works, that is with JavaScript. */
export function PasswordField({ showLabel, hideLabel, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const hydrated = useHydrated();
  return (
    <Field
      {...field}
      type={shown ? 'text' : 'password'}
      end={
        hydrated ? (
          <button
            type="button"
            aria-pressed={shown}
            aria-label={shown ? hideLabel : showLabel}
            onClick={() => setShown(!shown)}
            className="grid size-10 place-items-center rounded-small text-ink-2 hover:text-ink"
          >
            <Icon icon={shown ? EyeOff : Eye} size={20} />
          </button>
        ) : null
      }
    />
  );
}
