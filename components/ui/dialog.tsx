'use client';

import { useId, useRef, type ReactNode } from 'react';
import { buttonClass, type ButtonVariant } from './button';
import { SubmitButton } from './submit-button';

export interface DialogProps {
  /** What the confirmed form does. */
  action: (form: FormData) => void | Promise<void>;
  /** Hidden fields that go with it. */
  fields?: Record<string, string>;
  trigger: { label: string; variant?: ButtonVariant; size?: 'sm'; full?: boolean; describedBy?: string };
  title: string;
  children: ReactNode;
  /** Verb buttons, e.g. "Cancel the slip" and "Keep it". */
  confirmLabel: string;
  keepLabel: string;
  busyLabel?: string;
}

/**
 * Asks before something that cannot be taken back. A native modal dialog: the browser traps the focus, Esc closes it and gives the focus back.
 * Without JavaScript its first button submits the form at once.
 */
export function Dialog({
  action,
  fields = {},
  trigger,
  title,
  children,
  confirmLabel,
  keepLabel,
  busyLabel,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <form action={action} className={trigger.full ? 'w-full' : ''}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className={buttonClass({
          variant: trigger.variant ?? 'text',
          size: trigger.size,
          full: trigger.full,
        })}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {trigger.label}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(27rem,calc(100vw-2*var(--gutter)))] rounded-dialog bg-sheet p-6 text-ink shadow-dialog backdrop:bg-black/40"
      >
        <h2 id={titleId} className="text-h2">
          {title}
        </h2>
        <div className="mt-1.5 text-note text-ink-2">{children}</div>
        <div className="mt-5 flex flex-wrap gap-2.5">
          <SubmitButton size="sm" fullOnPhone busyLabel={busyLabel}>
            {confirmLabel}
          </SubmitButton>
          <button
            type="button"
            className={buttonClass({ variant: 'quiet', size: 'sm', fullOnPhone: true })}
            onClick={() => dialog.current?.close()}
          >
            {keepLabel}
          </button>
        </div>
      </dialog>
    </form>
  );
}
