'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** The submit button of the form around it: busy while the form is on its way. Works as a plain submit button without JavaScript. */
export function SubmitButton({ busyLabel, children, ...rest }: Omit<ButtonProps, 'busy' | 'type'>) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" busy={pending} busyLabel={busyLabel ?? children} {...rest}>
      {children}
    </Button>
  );
}
