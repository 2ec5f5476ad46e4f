import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { demoWords } from '@/lib/i18n/demo-words.demo';

export interface ControlsProps {
  /** Who is signed in in this browser; null: nobody, and there is nobody to set anything for. */
  person: string | null;
  outcomes: readonly { hop: string; rows: readonly { name: string; title: string }[] }[];
  outcome: string;
  network: 'normal' | 'slow' | 'crawling';
  minutesAhead: number;
  toolsHidden: boolean;
}

const NETWORKS = ['normal', 'slow', 'crawling'] as const;
const MINUTES = [1, 16, 60] as const;
const FIELD =
  'min-h-10 w-full min-w-0 rounded-control border-[1.5px] border-rule-strong bg-sheet px-2.5 text-note';

/** What a presenter can set: for the person who is signed in, in both programs; forms alone, so that nothing has to load. */
export function Controls(props: ControlsProps) {
  const t = demoWords('presenter');
  const { person, toolsHidden } = props;
  return (
    <div className="grid gap-4">
      {person === null ? (
        <p className="text-note text-ink-2">{t('nobody')}</p>
      ) : (
        <PersonControls {...props} person={person} />
      )}
      <Form control="reset" title={t('everything')} hint={t('everythingHint')}>
        <Press>{t('resetAll')}</Press>
      </Form>
      <form method="post" action="/api/demo/tools" className="grid gap-1.5">
        <p className="text-note">
          <b>{t('tools')}</b> {t(toolsHidden ? 'toolsHidden' : 'toolsShown')}
        </p>
        <input type="hidden" name="tools" value={toolsHidden ? 'on' : 'off'} />
        <div>
          <Press accessKey="h">{t(toolsHidden ? 'showTools' : 'hideTools')}</Press>
        </div>
      </form>
    </div>
  );
}

function PersonControls({
  person,
  outcomes,
  outcome,
  network,
  minutesAhead,
}: ControlsProps & { person: string }) {
  const t = demoWords('presenter');
  return (
    <>
      <Form control="next" title={t('for', { name: person })} hint={t('nextHint')}>
        <label className="grid gap-1 text-small">
          {t('outcome')}
          <select name="outcome" defaultValue={outcome} className={FIELD}>
            <option value="">{t('byCard')}</option>
            {outcomes.map(({ hop, rows }) => (
              <optgroup key={hop} label={hop}>
                {rows.map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="grid gap-1 text-small">
          {t('network')}
          <select name="network" defaultValue={network} className={FIELD}>
            {NETWORKS.map((speed) => (
              <option key={speed} value={speed}>
                {t(`networks.${speed}`)}
              </option>
            ))}
          </select>
        </label>
        <Press>{t('set')}</Press>
      </Form>
      <Form control="clock" title={t('clock')} hint={t('ahead', { minutes: minutesAhead })}>
        <div className="flex flex-wrap gap-2">
          {MINUTES.map((minutes) => (
            <Press key={minutes} name="minutes" value={String(minutes)}>
              {t('minutes', { minutes })}
            </Press>
          ))}
        </div>
      </Form>
      <Form control="again" title={t('again')} hint={t('againHint', { name: person })}>
        <Press>{t('beginAgain')}</Press>
      </Form>
    </>
  );
}

function Form({
  control,
  title,
  hint,
  children,
}: {
  control: string;
  title: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <form method="post" action="/api/demo/present" className="grid gap-1.5">
      <p className="text-note">
        <b>{title}</b> {hint}
      </p>
      <input type="hidden" name="control" value={control} />
      {children}
    </form>
  );
}

function Press({
  children,
  ...rest
}: {
  children: ReactNode;
  name?: string;
  value?: string;
  accessKey?: string;
}) {
  return (
    <button
      type="submit"
      className={`${buttonClass({ variant: 'quiet', size: 'sm' })} justify-self-start`}
      {...rest}
    >
      {children}
    </button>
  );
}
