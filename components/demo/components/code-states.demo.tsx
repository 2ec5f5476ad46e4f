'use client';

import type { ReactNode } from 'react';
import { CodeInput } from '@/components/ui/code-input';

const nothing = (): void => undefined;

/** The code field as it is met, and after a wrong code. Type into them: nothing is sent. */
export function CodeStates({
  label,
  wrongLabel,
  children,
}: {
  label: string;
  wrongLabel: string;
  children: ReactNode;
}) {
  return (
    <>
      <div className="w-[406px] max-w-full">
        <CodeInput
          id="code-empty"
          name="code"
          label={label}
          invalid={false}
          onEdit={nothing}
          onComplete={nothing}
        />
      </div>
      <div className="w-[406px] max-w-full">
        <CodeInput
          id="code-wrong"
          name="wrong-code"
          label={wrongLabel}
          describedBy="code-said"
          invalid
          onEdit={nothing}
          onComplete={nothing}
        />
        {children}
      </div>
    </>
  );
}
