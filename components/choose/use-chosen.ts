'use client';

import { useCallback, useEffect, useRef, useState, type ChangeEvent } from 'react';
import type { ActionState } from '@/lib/domain/read-models';

const boxesOf = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('input[name="cardId"]'),
];

const checkedIn = (form: HTMLFormElement): string[] =>
  boxesOf(form)
    .filter((box) => box.checked)
    .map((box) => box.value);

const same = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

/**
 * What is chosen now. The boxes keep their own state, so that they work before this runs; it only reads them, and takes back a choice beyond
 * the limit (`refused`).
 */
export function useChosen(initial: string[], max: number, state: ActionState) {
  const [chosen, setChosen] = useState(initial);
  const [refused, setRefused] = useState(false);
  const node = useRef<HTMLFormElement | null>(null);
  const latest = useRef(initial);
  const keep = useCallback((now: string[]): void => {
    latest.current = now;
    setChosen((before) => (same(before, now) ? before : now));
  }, []);
  // A person may have ticked a box before this ran, or the browser may have put an earlier choice back.
  const form = useCallback(
    (element: HTMLFormElement | null): void => {
      node.current = element;
      if (element) keep(checkedIn(element));
    },
    [keep],
  );
  const change = (event: ChangeEvent<HTMLFormElement>): void => {
    const box: EventTarget = event.target;
    const over = checkedIn(event.currentTarget).length > max;
    if (over && box instanceof HTMLInputElement) box.checked = false;
    setRefused(over);
    keep(checkedIn(event.currentTarget));
  };
  // React resets the boxes to what the server drew when an action answers: put the person's choice back.
  useEffect(() => {
    if (state.status !== 'error' || node.current === null) return;
    for (const box of boxesOf(node.current)) box.checked = latest.current.includes(box.value);
  }, [state]);
  return { form, chosen, refused, change };
}
