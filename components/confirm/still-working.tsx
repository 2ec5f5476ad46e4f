'use client';

import { useEffect, useState } from 'react';
import { useFormStatus } from 'react-dom';

const AFTER_MS = 3_000;

/** Says honestly that it takes longer, once the form around it has been on its way for three seconds. */
export function StillWorking({ words }: { words: string }) {
  const { pending } = useFormStatus();
  return (
    <p role="status" className="order-1 basis-full text-note text-ink-2 empty:hidden">
      {pending ? <AfterAWhile words={words} /> : null}
    </p>
  );
}

function AfterAWhile({ words }: { words: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return late ? words : null;
}
