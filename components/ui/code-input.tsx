'use client';

import { useEffect, useRef, useState } from 'react';

const CODE_LENGTH = 6;

interface CodeInputProps {
  id: string;
  name: string;
  label: string;
  /** Ids of the elements that say what is wrong and what will happen. */
  describedBy?: string;
  invalid: boolean;
  /** Called at each key, before the code is looked at. */
  onEdit: () => void;
  /** Called once for each complete code, never twice for the same one. */
  onComplete: () => void;
}

/**
 * One real input, drawn as three and three cells. Paste, autofill, selection and a screen reader see a single text field;
 * before (or without) the script its own spaced-out text shows through, and afterwards the cells carry the digits.
 * Always left to right: a code is a number.
 */
export function CodeInput({ id, name, label, describedBy, invalid, onEdit, onComplete }: CodeInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef('');
  const [digits, setDigits] = useState('');
  const [drawn, setDrawn] = useState(false);
  const [focused, setFocused] = useState(false);

  // Digits typed before the script arrived are taken over, not lost.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      setDigits(onlyDigits(input.current?.value ?? ''));
      setFocused(document.activeElement === input.current);
      setDrawn(true);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);

  // After a wrong code the next key replaces the whole of it.
  useEffect(() => {
    if (invalid) input.current?.select();
  }, [invalid, describedBy]);

  function take(element: HTMLInputElement): void {
    const code = onlyDigits(element.value);
    if (element.value !== code) element.value = code;
    setDigits(code);
    onEdit();
    if (code.length < CODE_LENGTH) sent.current = '';
    else if (sent.current !== code) {
      sent.current = code;
      onComplete();
    }
  }

  return (
    <div
      dir="ltr"
      className="@container relative w-full max-w-[406px] [--gaps:47px] [--step:7px] [--cell:calc((100cqw-var(--gaps))/6)] [--pitch:calc((100cqw-var(--cell))/5)] max-[359px]:[--gaps:37px] max-[359px]:[--step:5px] min-[480px]:[--gaps:70px] min-[480px]:[--step:10px]"
    >
      <Cells
        digits={drawn ? digits : ''}
        cursor={focused && drawn ? Math.min(digits.length, CODE_LENGTH - 1) : null}
        invalid={invalid}
      />
      <div className="absolute inset-0 overflow-clip">
        <input
          ref={input}
          id={id}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{3} ?[0-9]{3}"
          maxLength={CODE_LENGTH + 1}
          required
          spellCheck={false}
          aria-label={label}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          onInput={(event) => {
            take(event.currentTarget);
          }}
          onFocus={() => {
            setFocused(true);
          }}
          onBlur={() => {
            setFocused(false);
          }}
          className={`h-full w-[calc(100%+80px)] forced-color-adjust-none border-0 bg-transparent ps-[calc(var(--cell)/2-0.5ch)] text-[30px] font-medium tabular-nums tracking-[calc(var(--pitch)-1ch)] outline-none max-md:text-[27px] ${
            drawn
              ? 'text-transparent caret-transparent selection:bg-transparent selection:text-transparent'
              : 'text-ink'
          }`}
        />
      </div>
    </div>
  );
}

function Cells({ digits, cursor, invalid }: { digits: string; cursor: number | null; invalid: boolean }) {
  return (
    <div aria-hidden="true" className="pointer-events-none flex gap-[var(--step)]">
      {Array.from({ length: CODE_LENGTH }, (_, index) => (
        <span
          key={index}
          className={`grid h-[68px] flex-1 place-items-center rounded-control bg-sheet text-[30px] font-medium tabular-nums max-md:h-[60px] max-md:text-[27px] ${
            index === CODE_LENGTH / 2 ? 'ms-[calc(var(--gaps)-6*var(--step))]' : ''
          } ${cellBorder(index === cursor, invalid)}`}
        >
          {index === cursor && digits.length < CODE_LENGTH ? (
            <span className="h-[30px] w-0.5 bg-accent forced-colors:bg-[Highlight]" />
          ) : (
            digits[index]
          )}
        </span>
      ))}
    </div>
  );
}

function cellBorder(current: boolean, invalid: boolean): string {
  if (current && !invalid)
    return 'border-[2.5px] border-accent shadow-[0_0_0_4px_var(--accent-wash)] forced-colors:border-[Highlight]';
  return invalid ? 'border-2 border-bad' : 'border-[1.5px] border-rule-strong';
}

function onlyDigits(text: string): string {
  return text.replace(/\D/g, '').slice(0, CODE_LENGTH);
}
