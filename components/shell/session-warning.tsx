'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { sessionStage, untilNextStage, type SessionStage } from './session-left';

export interface SessionWarningProps {
  /** Seconds until the session ends without a sign of life, as the server counted when it drew the page. */
  endsInSeconds: number;
  /** Keeps the session; answers the seconds it now has, or null when it is over already. */
  extend: () => Promise<number | null>;
  /** Where to sign in again and come back to this step. */
  signInHref: string;
}

/** Follows the stages of a session; a sleeping tab catches up when it wakes, because the deadline is a time and not a count. */
function useStage(endsInSeconds: number) {
  const [stage, setStage] = useState<SessionStage>('quiet');
  const [span, setSpan] = useState({ seconds: endsInSeconds });
  useEffect(() => {
    const deadline = performance.now() + span.seconds * 1000;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const left = (deadline - performance.now()) / 1000;
      setStage(sessionStage(left));
      const wait = untilNextStage(left);
      if (wait > 0) timer = setTimeout(look, Math.min(wait + 20, 2 ** 31 - 1));
    };
    timer = setTimeout(look, 0);
    return () => clearTimeout(timer);
  }, [span]);
  return { stage, restart: (seconds: number) => setSpan({ seconds }) };
}

/** Says a minute before the session ends that it will, and keeps it on request. What was typed stays where it is. */
export function SessionWarning({ endsInSeconds, extend, signInHref }: SessionWarningProps) {
  const t = useTranslations('session');
  const { stage, restart } = useStage(endsInSeconds);
  const [busy, startTransition] = useTransition();
  const left = useRef(false);
  useEffect(() => {
    if (stage !== 'over' || left.current) return;
    left.current = true;
    window.location.assign(signInHref);
  }, [stage, signInHref]);
  const stay = (): void =>
    startTransition(async () => {
      const seconds = await extend().catch(() => null);
      if (seconds === null) window.location.assign(signInHref);
      else restart(seconds);
    });
  const shown = stage === 'minute' || stage === 'half';
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-30 px-(--gutter)">
      {shown ? (
        <Banner
          tone="neutral"
          className="appear pointer-events-auto mx-auto max-w-[34rem] items-center shadow-dialog"
          title={t(stage === 'minute' ? 'warningMinute' : 'warningHalf')}
        >
          <Button
            variant="text"
            size="sm"
            className="px-0! [&>.button-face]:justify-items-start"
            busy={busy}
            busyLabel={t('staying')}
            onClick={stay}
          >
            {t('stay')}
          </Button>
        </Banner>
      ) : null}
    </div>
  );
}
