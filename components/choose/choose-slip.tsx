import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import type { ReactNode } from 'react';
import { CardFace } from '@/components/art/card-face';
import { MaskedNumber } from '@/components/art/masked-number';
import { Microprint, Slip, SlipBody } from '@/components/art/slip';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CardFaceView } from '@/lib/domain/read-models';

export type SlipRow = CardFaceView;

/** The slip beside the list: it fills with exactly what is chosen and carries the button. */
export function ChooseSlip({
  stub,
  rows,
  chosen,
  children,
}: {
  stub: ReactNode;
  rows: SlipRow[];
  chosen: string[];
  children: ReactNode;
}) {
  const bank = useBank();
  const t = useTranslations('choose');
  const shown = rows.filter((row) => chosen.includes(row.cardId));
  return (
    <Slip label={t('slip')}>
      {stub}
      <SlipBody>
        <ul className="with-script">
          {shown.map((row) => (
            <li
              key={row.cardId}
              className="appear grid grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-3 py-[5px] text-note"
            >
              <CardFace card={row} size="small" decorative />
              <span>{row.name}</span>
              <MaskedNumber last4={row.last4} className="text-ink-2" />
            </li>
          ))}
        </ul>
        {shown.length === 0 ? <p className="with-script text-note text-ink-2">{t('nothing')}</p> : null}
        <p className="without-script text-note text-ink-2">{t('noScript')}</p>
        <Microprint text={t('micro', { bank: bank.name })} />
        <p className="mb-4 text-note text-ink-2">{t('next')}</p>
        {children}
      </SlipBody>
    </Slip>
  );
}

/** The same on a phone and a tablet: count and button at the bottom of the screen. */
export function ChooseDock({ count, place }: { count: number | null; place: string }) {
  const t = useTranslations('choose');
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 flex items-center gap-3.5 border-t border-rule bg-sheet px-(--gutter) pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] lg:hidden">
      {count === null ? null : (
        <p className="min-w-0">
          <b className="num block text-note">{t('dockCount', { count })}</b>
          <span className="block max-w-40 truncate text-small text-ink-2">
            {t('dockTo', { name: place })}
          </span>
        </p>
      )}
      <div className="flex-1">
        <SubmitButton full busyLabel={t('busy')}>
          {t('continue')}
        </SubmitButton>
      </div>
    </div>
  );
}
