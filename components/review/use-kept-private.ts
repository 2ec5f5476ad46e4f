'use client';

import { useEffect, useRef } from 'react';

const NO = 'input[type="radio"][value="no"]';

/**
 * Remembers in this tab which fields were set to stay private, for somebody who is signed out before they agree and comes back.
 * It can only ever keep more private than the server drew, and holds names of fields, never what stands in them. The tick is not
 * remembered: agreeing is an act of now.
 */
export function useKeptPrivate(enrollmentId: string) {
  const form = useRef<HTMLFormElement>(null);
  const key = `private.${enrollmentId}`;
  useEffect(() => {
    const kept = sessionStorage.getItem(key)?.split(' ') ?? [];
    for (const radio of form.current?.querySelectorAll<HTMLInputElement>(NO) ?? [])
      if (kept.includes(radio.name)) radio.checked = true;
  }, [key]);
  const keep = (): void => {
    const set = form.current?.querySelectorAll<HTMLInputElement>(`${NO}:checked`) ?? [];
    sessionStorage.setItem(key, [...set].map((radio) => radio.name).join(' '));
  };
  return { form, keep };
}
