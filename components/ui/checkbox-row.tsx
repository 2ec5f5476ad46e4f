import type { ComponentProps, ReactNode } from 'react';
import { FieldError } from './field';

export type CheckboxRowProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  name: string;
  children: ReactNode;
  error?: ReactNode;
};

/** A 24 px box whose whole row is the label. */
export function CheckboxRow({ children, error, id, className = '', ...input }: CheckboxRowProps) {
  const boxId = id ?? input.name;
  return (
    <div className={className}>
      <label htmlFor={boxId} className="flex min-h-10 items-start gap-3 py-2">
        <input
          id={boxId}
          type="checkbox"
          className="box"
          {...(error ? { 'aria-invalid': true, 'aria-describedby': `${boxId}-error` } : {})}
          {...input}
        />
        <span className="min-w-0 flex-1">{children}</span>
      </label>
      {error ? <FieldError id={`${boxId}-error`}>{error}</FieldError> : null}
    </div>
  );
}
