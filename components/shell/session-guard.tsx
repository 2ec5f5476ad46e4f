import { ClientWords } from '@/components/i18n/client-words';
import { SessionWarning, type SessionWarningProps } from './session-warning';

/** The session's warning with its words; nothing where the page was not told when the session ends. */
export function SessionGuard({ session }: { session: SessionWarningProps | undefined }) {
  if (session === undefined) return null;
  return (
    <ClientWords namespaces={['session']}>
      <SessionWarning {...session} />
    </ClientWords>
  );
}
