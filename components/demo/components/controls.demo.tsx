import { Plus } from 'lucide-react';
import { ShareChoice } from '@/components/review/share-choice';
import { Button, ButtonLink } from '@/components/ui/button';
import { CheckboxRow } from '@/components/ui/checkbox-row';
import { Dialog } from '@/components/ui/dialog';
import { Field, FieldError } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { BusyButton } from './busy-button.demo';
import { CodeStates } from './code-states.demo';
import { Specimen } from './specimen.demo';

/** As the browser draws it for whoever uses the keyboard. */
const FOCUSED = 'outline-[2.5px] outline-solid outline-offset-[2.5px] outline-focus';

async function nothing(): Promise<void> {
  'use server';
  await Promise.resolve();
}

/** What is pressed, ticked and typed into. */
export function ControlSpecimens() {
  const t = demoWords('components');
  return (
    <>
      <Specimen name={t('button')}>
        <Button>{t('primary')}</Button>
        <Button className="bg-accent-strong">{t('hover')}</Button>
        <Button className={FOCUSED}>{t('focus')}</Button>
        <Button disabled>{t('disabled')}</Button>
        <BusyButton busyLabel={t('busy')}>{t('primary')}</BusyButton>
        <Button variant="quiet">{t('quiet')}</Button>
        <Button variant="quiet" size="sm">
          <Icon icon={Plus} size={18} />
          {t('small')}
        </Button>
        <ButtonLink href="/demo/components" variant="text">
          {t('text')}
        </ButtonLink>
        <Button className="max-w-72 whitespace-normal">{t('long')}</Button>
      </Specimen>
      <Specimen name={t('field')}>
        <Field
          name="plain"
          label={t('email')}
          hint={t('emailHint')}
          defaultValue={t('emailValue')}
          className="w-72 max-w-full"
        />
        <Field
          name="focused"
          label={t('email')}
          defaultValue={t('emailValue')}
          className="w-72 max-w-full [&_input]:outline-[2.5px] [&_input]:outline-offset-[2.5px] [&_input]:outline-focus [&_input]:outline-solid"
        />
        <Field
          name="wrong"
          label={t('emailOther')}
          error={t('emailFault')}
          defaultValue={t('emailBroken')}
          className="w-72 max-w-full"
        />
      </Specimen>
      <Specimen name={t('check')}>
        <CheckboxRow name="off">{t('off')}</CheckboxRow>
        <CheckboxRow name="on" defaultChecked>
          {t('on')}
        </CheckboxRow>
        <CheckboxRow name="held" aria-disabled>
          {t('unavailable')}
        </CheckboxRow>
        <CheckboxRow name="missing" error={t('fault')}>
          {t('missing')}
        </CheckboxRow>
      </Specimen>
      <Specimen name={t('share')}>
        <ShareChoice field="email" label={t('email')} shared />
        <ShareChoice field="other" label={t('emailOther')} shared={false} />
      </Specimen>
      <Specimen name={t('code')}>
        <CodeStates label={t('codeEmpty')} wrongLabel={t('codeWrong')}>
          <FieldError id="code-said">{t('codeSaid')}</FieldError>
        </CodeStates>
      </Specimen>
      <Specimen name={t('dialog')}>
        <Dialog
          action={nothing}
          trigger={{ label: t('dialogOpen'), variant: 'quiet' }}
          title={t('dialogTitle')}
          confirmLabel={t('dialogYes')}
          keepLabel={t('dialogNo')}
        >
          {t('dialogText')}
        </Dialog>
      </Specimen>
    </>
  );
}
