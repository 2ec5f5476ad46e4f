import { CardFace } from '@/components/art/card-face';
import { Seal } from '@/components/art/seal';
import { Microprint, Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { PRODUCTS } from '@/lib/domain/brand';
import type { CardFaceView } from '@/lib/domain/read-models';
import { COLOUR_ROLES } from '@/lib/domain/palette';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { Specimen } from './specimen.demo';

const SEALED_AT = '2026-11-26T14:03:00Z';

/** What is drawn: colours, faces, seals, slips, logos. */
export function ArtSpecimens({ names }: { names: Record<CardFaceView['product'], string> }) {
  const t = demoWords('components');
  const card = (product: CardFaceView['product']) => ({
    product,
    name: names[product],
    last4: '4417',
    expiry: '08/29',
  });
  return (
    <>
      <Specimen name={t('colour')}>
        {COLOUR_ROLES.map((role) => (
          <figure key={role} className="w-[5.5rem] text-tab">
            <svg viewBox="0 0 88 40" aria-hidden className="block">
              <rect
                x=".5"
                y=".5"
                width="87"
                height="39"
                rx="9"
                fill={`var(--${role})`}
                stroke="var(--rule-strong)"
              />
            </svg>
            <figcaption className="mt-1">{role}</figcaption>
          </figure>
        ))}
      </Specimen>
      <Specimen name={t('faces')}>
        {PRODUCTS.map((product) => (
          <div key={product} className="grid w-52 gap-3">
            <CardFace card={card(product)} size="full" />
            <div className="grid grid-cols-2 gap-3">
              <CardFace card={card(product)} size="small" />
              <CardFace card={card(product)} size="small" dimmed />
            </div>
          </div>
        ))}
      </Specimen>
      <Specimen name={t('seal')}>
        <Seal reference="7K2M-94QD" sealedAt={null} state="open" size={120} />
        <Seal reference="7K2M-94QD" sealedAt={SEALED_AT} state="sealed" size={120} />
        <Seal reference="7K2M-94QD" sealedAt={SEALED_AT} state="unanswered" size={120} />
        <Seal reference="3B8X-17RT" sealedAt={SEALED_AT} state="sealed" size={84} />
        <p className="max-w-52 text-small text-ink-2">{t('sealNote')}</p>
      </Specimen>
      <Specimen name={t('slip')}>
        {[false, true].map((torn) => (
          <Slip key={String(torn)} torn={torn} className="w-80 max-w-full">
            <SlipStub tilted={torn} wide={!torn}>
              <p className="text-h3 [overflow-wrap:anywhere]">{t(torn ? 'slipLong' : 'slipTo')}</p>
            </SlipStub>
            <SlipBody>
              <p className="text-note">{t('slipBody')}</p>
              <Microprint text={t('slipLine')} />
            </SlipBody>
          </Slip>
        ))}
      </Specimen>
      <Specimen name={t('logo')}>
        {[22, 32, 38].map((size) => (
          <TokenRequestorLogo key={size} logo={null} name={t('row')} size={size} />
        ))}
      </Specimen>
    </>
  );
}
