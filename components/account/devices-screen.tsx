import { Monitor, Smartphone } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useFormatter, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { FocusHeading } from '@/components/ui/focus-heading';
import { Icon } from '@/components/ui/icon';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { SubmitButton } from '@/components/ui/submit-button';
import type { DeviceView } from '@/lib/domain/read-models';
import { AccountRail } from './account-rail';

type FormAction = (form: FormData) => Promise<void>;

export interface DevicesScreenProps {
  devices: DeviceView[];
  /** What has just been done. */
  notice: 'done' | 'others_done' | null;
  /** Code of what was refused. */
  problem: string | null;
  signOutOne: FormAction;
  signOutOthers: FormAction;
}

const MOMENT = {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
} as const;
const HELD = ['iPhone', 'iPad', 'Android'];

function Notice({ notice, problem, devices }: Pick<DevicesScreenProps, 'notice' | 'problem' | 'devices'>) {
  const t = useTranslations('devices');
  // Signed out twice, or from two windows: what the person wanted is so.
  if (problem === 'NOT_FOUND') return <Banner tone="neutral" focus className="mb-6" title={t('gone')} />;
  if (problem !== null) return <ProblemBanner code={problem} signInNext="/account/devices" />;
  if (notice === null) return null;
  return (
    <Banner
      tone="ok"
      focus
      focusOn={devices.length}
      className="mb-6"
      title={t(notice === 'done' ? 'done' : 'othersDone')}
    >
      {t('doneText')}
    </Banner>
  );
}

/** "Firefox on Windows", as far as the browser says. */
function useName(): (device: DeviceView) => string {
  const t = useTranslations('devices');
  return ({ browser, system }) => {
    const known = browser !== null && system !== null ? 'both' : browser !== null ? 'browser' : 'system';
    return t('name', {
      known: browser === null && system === null ? 'nothing' : known,
      browser: browser ?? '',
      system: system === null ? '' : t('system', { system }),
    });
  };
}

function Device({ device, signOut }: { device: DeviceView; signOut: FormAction }) {
  const t = useTranslations('devices');
  const format = useFormatter();
  const name = useName()(device);
  const since = format.dateTime(new Date(device.signedInAt), MOMENT);
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 py-[15px] md:grid-cols-[28px_minmax(0,1fr)_auto]">
      <Icon
        icon={device.system !== null && HELD.includes(device.system) ? Smartphone : Monitor}
        size={24}
        className="text-ink-2"
      />
      <div className="min-w-0">
        <h2 className="text-h3">{name}</h2>
        <p className="num text-small text-ink-2">
          {t('since', { date: since })}
          <br />
          {device.current ? (
            <b className="text-ink">{t('current')}</b>
          ) : (
            t('active', { date: format.dateTime(new Date(device.lastActiveAt), MOMENT) })
          )}
        </p>
      </div>
      {device.current ? null : (
        <form action={signOut} className="col-start-2 justify-self-start md:col-start-3">
          <input type="hidden" name="handle" value={device.handle} />
          <SubmitButton
            variant="quiet"
            size="sm"
            busyLabel={t('signingOut')}
            aria-label={t('signOutOf', { name, date: since })}
          >
            {t('signOut')}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}

/** Every browser in which the person is signed in; each other one can be signed out from here, or all of them at once. */
export function DevicesScreen({ devices, notice, problem, signOutOne, signOutOthers }: DevicesScreenProps) {
  const bank = useBank();
  const t = useTranslations('devices');
  const alone = devices.every(({ current }) => current);
  return (
    <>
      <Notice notice={notice} problem={problem} devices={devices} />
      <FocusHeading>{t('title')}</FocusHeading>
      <p className="mt-2.5 max-w-measure text-lead text-ink-2">{t('lead', { phone: bank.phone })}</p>
      <div className="two mt-6">
        <div>
          <ul className="ledger">
            {devices.map((device) => (
              <Device key={device.handle} device={device} signOut={signOutOne} />
            ))}
          </ul>
          {alone ? (
            <p className="mt-5 text-note text-ink-2">{t('alone')}</p>
          ) : (
            <form action={signOutOthers} className="mt-6">
              <SubmitButton variant="quiet" fullOnPhone busyLabel={t('signingOut')}>
                {t('signOutOthers')}
              </SubmitButton>
            </form>
          )}
        </div>
        <AccountRail current="devices" />
      </div>
    </>
  );
}
