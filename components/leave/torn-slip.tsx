import { useFormatter, useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { CardFace } from '@/components/art/card-face';
import { MaskedNumber } from '@/components/art/masked-number';
import { Seal } from '@/components/art/seal';
import { Microprint, Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { Breakable } from '@/components/ui/breakable';
import type { SlipView } from '@/lib/domain/read-models';
import { DAY_AND_TIME } from '@/components/results/moment';

/** The slip torn at the perforation: the consent stays with the bank, the body goes to the token requestor. */
export function TornSlip({ slip }: { slip: SlipView }) {
  const bank = useBank();
  const t = useTranslations('leave');
  const format = useFormatter();
  return (
    <Slip torn className="min-w-0">
      <SlipStub tilted className="max-md:[&>.slip-band]:hidden md:px-[26px] md:pb-[26px] md:pt-[22px]">
        <div className="flex items-center gap-[18px]">
          <Seal reference={slip.reference} sealedAt={slip.consentedAt} state="sealed" size={96} inked />
          <div>
            <p className="text-small text-ink-2">{t('stays')}</p>
            <h2 className="text-h2">{t('yourConsent')}</h2>
            <p className="num mt-[3px] text-small text-ink-2">
              {slip.consentedAt === null ? null : (
                <>
                  <time dateTime={slip.consentedAt}>
                    {format.dateTime(new Date(slip.consentedAt), DAY_AND_TIME)}
                  </time>
                  <br />
                </>
              )}
              {t('reference', { reference: slip.reference })}
            </p>
          </div>
        </div>
      </SlipStub>
      <SlipBody className="md:px-[26px] md:pt-6">
        <h2 className="mb-1.5 text-small text-ink-2">{t('goes', { name: slip.tokenRequestor.name })}</h2>
        <ul>
          {slip.cards.map((card) => (
            <li
              key={card.cardId}
              className="grid grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-3 py-[5px] text-note"
            >
              <CardFace card={card} size="small" decorative />
              <span>{card.name}</span>
              <MaskedNumber last4={card.last4} className="text-ink-2" />
            </li>
          ))}
        </ul>
        {slip.fields.length === 0 ? null : (
          <>
            <Microprint text={t('micro', { bank: bank.name })} />
            <Fields fields={slip.fields} />
          </>
        )}
      </SlipBody>
    </Slip>
  );
}

function Fields({ fields }: { fields: SlipView['fields'] }) {
  const t = useTranslations('leave');
  const label = useTranslations('fields');
  return (
    <dl className="grid grid-cols-[fit-content(50%)_minmax(0,1fr)] gap-x-3.5 gap-y-0.5 text-note">
      {fields.map(({ field, lines, shared }) => (
        <div key={field} className="contents">
          <dt className="min-w-[76px] text-ink-2 md:min-w-[112px]">{label(`${field}.label`)}</dt>
          {shared ? (
            <dd className="num font-[440] [overflow-wrap:anywhere]">
              {lines.map((line) => (
                <span key={line} className="block">
                  <bdi>
                    <Breakable>{line}</Breakable>
                  </bdi>
                </span>
              ))}
            </dd>
          ) : (
            <dd className="text-ink-3">{t('notShared')}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}
