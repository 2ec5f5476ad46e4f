'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';

/** Copies the reference; there only where a script can do it, since the reference stands beside it in text. */
export function CopyReference({
  reference,
  words,
}: {
  reference: string;
  words: { copy: string; copied: string };
}) {
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  if (!hydrated) return null;
  return (
    <button
      type="button"
      className={buttonClass({ variant: 'quiet', size: 'sm' })}
      onClick={() => {
        void navigator.clipboard.writeText(reference).then(() => {
          setCopied(true);
        });
      }}
    >
      <Icon icon={copied ? Check : Copy} size={18} />
      <span role="status">{copied ? words.copied : words.copy}</span>
    </button>
  );
}
