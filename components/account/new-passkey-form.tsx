'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePasskey, type PasskeyAction } from '@/components/passkey/use-passkey';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { ProblemBanner } from '@/components/ui/problem-banner';

/** A name, and the device is asked to make a passkey. */
export function NewPasskeyForm({
  suggestedName,
  begin,
  finish,
}: {
  suggestedName: string;
  begin: PasskeyAction;
  /** Fields: name, response. */
  finish: PasskeyAction;
}) {
  const t = useTranslations('passkeys');
  const { press, busy, failed } = usePasskey('create', begin, finish);
  return (
    <form
      className="noscript:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) press(new FormData(event.currentTarget));
      }}
    >
      {failed === null ? null : (
        <ProblemBanner
          code={failed.code}
          reference={failed.reference}
          focusOn={failed}
          signInNext="/account/passkeys"
        />
      )}
      <Field
        name="name"
        label={t('nameLabel')}
        hint={t('nameHint')}
        defaultValue={suggestedName}
        required
        maxLength={40}
        autoComplete="off"
        className="mb-5 max-w-[406px]"
      />
      <Button type="submit" fullOnPhone busy={busy} busyLabel={t('createBusy')}>
        <Icon icon={KeyRound} size={19} />
        {t('create')}
      </Button>
    </form>
  );
}
