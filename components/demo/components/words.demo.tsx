import { Banner, type BannerTone } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PlaceholderRows } from '@/components/ui/page-placeholder';
import { StatusLine, type StatusOutcome } from '@/components/ui/status-line';
import { StepBars, Stepper } from '@/components/ui/stepper';
import { Timeline } from '@/components/ui/timeline';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { Specimen } from './specimen.demo';

const OUTCOMES: readonly StatusOutcome[] = [
  'chosen',
  'pushed',
  'approved',
  'confirmed',
  'duplicate',
  'needs_authentication',
  'declined',
  'refused',
  'error',
  'cancelled',
  'unknown',
  'expired',
];
const TONES: readonly BannerTone[] = ['neutral', 'ok', 'warn', 'bad'];

/** What is read: type, status, banners, steps, and what stands where nothing is. */
export function WordSpecimens() {
  const t = demoWords('components');
  return (
    <>
      <Specimen name={t('type')}>
        <div className="min-w-0 flex-1">
          <p className="text-h1">{t('heading')}</p>
          <p className="mt-1 text-h2">{t('subheading')}</p>
          <p className="mt-1 text-h3">{t('row')}</p>
          <p>{t('body')}</p>
          <p className="text-small text-ink-2">{t('note')}</p>
        </div>
        <p className="num text-display">{t('countdown')}</p>
      </Specimen>
      <Specimen name={t('status')}>
        {OUTCOMES.map((outcome) => (
          <StatusLine key={outcome} outcome={outcome} />
        ))}
      </Specimen>
      <Specimen name={t('banner')}>
        {TONES.map((tone) => (
          <Banner
            key={tone}
            tone={tone}
            title={t(`${tone}Title`)}
            className="w-full xl:w-[calc(50%-0.625rem)]"
          >
            {t('bannerText')}{' '}
            <a className="link" href="#main">
              {t('bannerLink')}
            </a>
          </Banner>
        ))}
      </Specimen>
      <Specimen name={t('stepper')}>
        <div className="grid w-full gap-4">
          {([1, 2, 3, 4] as const).map((step) => (
            <div key={step}>
              <Stepper current={step} />
              <StepBars current={step} />
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen name={t('timeline')}>
        <Timeline
          label={t('timeline')}
          steps={[
            {
              key: 'a',
              at: '2026-11-26T14:03:00Z',
              time: '14:03',
              title: t('agreed'),
              detail: t('agreedText'),
            },
            { key: 'b', at: '2026-11-26T14:04:00Z', time: '14:04', title: t('left'), detail: t('leftText') },
            { key: 'c', at: null, time: '', title: t('open'), detail: t('openText') },
          ]}
        />
      </Specimen>
      <Specimen name={t('skeleton')}>
        {(['cards', 'wallets'] as const).map((list) => (
          <div key={list} className="w-full">
            <PlaceholderRows list={list} rows={2} />
          </div>
        ))}
      </Specimen>
      <Specimen name={t('empty')}>
        <Empty
          title={t('emptyTitle')}
          action={
            <ButtonLink href="/demo/components" variant="quiet" size="sm">
              {t('emptyAction')}
            </ButtonLink>
          }
        >
          {t('emptyText')}
        </Empty>
      </Specimen>
    </>
  );
}
