'use client';

import { Button, type ButtonProps } from '@/components/ui/button';

/** A button on its way; it ignores a press, so it lives where presses are heard. */
export function BusyButton(props: Pick<ButtonProps, 'busyLabel' | 'children'>) {
  return <Button busy {...props} />;
}
