import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';

/** The line under a control that says what to change; `aria-describedby` of the control points at it. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-[7px] flex gap-[7px] text-small font-mark text-bad">
      <Icon icon={CircleAlert} size={18} className="mt-px" />
      <span>{children}</span>
    </p>
  );
}

export type FieldProps = Omit<ComponentProps<'input'>, 'name'> & {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Words of the fault, under the field. */
  error?: ReactNode;
  /** Drawn over the end of the field, e.g. the switch that shows a password. */
  end?: ReactNode;
};

/** Label above, hint under the label, error under the field. The field's id is its name unless given, so an error summary can link to it. */
export function Field({ label, hint, error, end, id, className = '', ...input }: FieldProps) {
  const fieldId = id ?? input.name;
  const described = [hint ? `${fieldId}-hint` : '', error ? `${fieldId}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={`mt-5 ${className}`}>
      <label htmlFor={fieldId} className="mb-1.5 block text-note font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${fieldId}-hint`} className="-mt-1 mb-1.5 text-small text-ink-2">
          {hint}
        </p>
      ) : null}
      <div className="relative">
        <input
          id={fieldId}
          className={`input ${end ? 'pe-13' : ''}`}
          {...(error ? { 'aria-invalid': true } : {})}
          {...(described ? { 'aria-describedby': described } : {})}
          {...input}
        />
        {end ? <div className="absolute inset-y-0 end-1.5 flex items-center">{end}</div> : null}
      </div>
      {error ? <FieldError id={`${fieldId}-error`}>{error}</FieldError> : null}
    </div>
  );
}
