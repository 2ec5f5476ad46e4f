'use client';

import { useEffect, useState } from 'react';

/**
 * Whole seconds until a moment `seconds` from now, never below zero. Reads the clock at each tick instead of counting
 * ticks, so a tab that slept wakes with the truth.
 *
 * @param seconds what the server said was left when it rendered
 * @param source identity of that statement: a new object starts a new countdown even when the number is the same
 */
export function useCountdown(seconds: number, source: unknown): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const deadlineMs = Date.now() + seconds * 1000;
    const tick = () => {
      setLeft(Math.max(0, Math.ceil((deadlineMs - Date.now()) / 1000)));
    };
    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 500);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [seconds, source]);
  return left;
}

/** What a live region says about the time left: a text that changes each minute, at half a minute, and at the end. */
export type Announcement = { key: 'minutesLeft'; minutes: number } | { key: 'halfMinute' } | { key: 'ended' };

/** A step function of the seconds left, so that a screen reader hears it rarely and in time. */
export function announcementAt(secondsLeft: number): Announcement {
  if (secondsLeft <= 0) return { key: 'ended' };
  if (secondsLeft <= 30) return { key: 'halfMinute' };
  return { key: 'minutesLeft', minutes: Math.max(1, Math.floor(secondsLeft / 60)) };
}
