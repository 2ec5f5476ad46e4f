'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePasskey, type PasskeyAction } from '@/components/passkey/use-passkey';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ProblemBanner } from '@/components/ui/problem-banner';

export interface PasskeyActions {
  /** Field: enrollmentId. Answers what the device is asked. */
  begin: PasskeyAction;
  /** Fields: enrollmentId, version, response. */
  finish: PasskeyAction;
}

/** Asks a device of this person instead of a code. It needs the script; without it only the code is offered. */
export function PasskeyButton({
  enrollmentId,
  version,
  actions,
  instead,
}: {
  enrollmentId: string;
  version: number;
  actions: PasskeyActions;
  /** A code is on its way already: this is the other way. */
  instead: boolean;
}) {
  const t = useTranslations('confirm');
  const { press, busy, failed } = usePasskey('get', actions.begin, actions.finish);
  const ask = () => {
    const fields = new FormData();
    fields.set('enrollmentId', enrollmentId);
    fields.set('version', String(version));
    press(fields);
  };
  return (
    <div className="noscript:hidden">
      {failed === null ? null : (
        <ProblemBanner
          code={failed.code}
          reference={failed.reference}
          focusOn={failed}
          signInNext={`/enroll/${encodeURIComponent(enrollmentId)}/confirm`}
        />
      )}
      <Button
        variant={instead ? 'text' : 'primary'}
        fullOnPhone
        busy={busy}
        busyLabel={t('passkeyBusy')}
        onClick={ask}
      >
        <Icon icon={KeyRound} size={19} />
        {t(instead ? 'passkeyInstead' : 'passkey')}
      </Button>
    </div>
  );
}
