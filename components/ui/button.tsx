import type { ComponentProps, ReactNode } from 'react';
import { AppLink, type AppLinkProps } from './app-link';

export type ButtonVariant = 'primary' | 'quiet' | 'text';

interface Look {
  variant?: ButtonVariant | undefined;
  size?: 'sm' | undefined;
  /** As wide as its container. */
  full?: boolean | undefined;
  /** As wide as its container on a phone only. */
  fullOnPhone?: boolean | undefined;
}

/** Class names of a button, for elements that are not one (a label, a summary). */
export function buttonClass({ variant = 'primary', size, full, fullOnPhone }: Look, className = ''): string {
  return [
    'button',
    `button-${variant}`,
    size === 'sm' ? 'button-sm' : '',
    full ? 'w-full' : '',
    fullOnPhone ? 'max-md:w-full' : '',
    className,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The still bar of a busy button: a share of it is filled, nothing moves. */
function BusyBar() {
  return (
    <svg aria-hidden width="48" height="4" viewBox="0 0 48 4">
      <rect width="48" height="4" rx="2" fill="currentColor" opacity=".3" />
      <rect width="28" height="4" rx="2" fill="currentColor" />
    </svg>
  );
}

export type ButtonProps = ComponentProps<'button'> &
  Look & { busy?: boolean | undefined; busyLabel?: ReactNode };

/**
 * A button. While `busy` it keeps its width, shows a bar and `busyLabel`, says `aria-busy` and takes no second press. In a form use
 * `SubmitButton`, which is busy while the form is on its way.
 */
export function Button({
  variant,
  size,
  full,
  fullOnPhone,
  busy = false,
  busyLabel,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const press: ComponentProps<'button'>['onClick'] = busy ? (event) => event.preventDefault() : onClick;
  return (
    <button
      type={type}
      className={buttonClass({ variant, size, full, fullOnPhone }, className)}
      {...(busyLabel === undefined ? {} : { 'aria-busy': busy })}
      {...(press ? { onClick: press } : {})}
      {...rest}
    >
      {busyLabel === undefined ? (
        children
      ) : (
        <span className="button-face">
          <span className={busy ? 'invisible' : ''}>{children}</span>
          <span className={busy ? '' : 'invisible'} aria-hidden={!busy}>
            <BusyBar />
            {busyLabel}
          </span>
        </span>
      )}
    </button>
  );
}

export type ButtonLinkProps = AppLinkProps & Look;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  variant,
  size,
  full,
  fullOnPhone,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <AppLink className={buttonClass({ variant, size, full, fullOnPhone }, className)} {...rest}>
      {children}
    </AppLink>
  );
}
