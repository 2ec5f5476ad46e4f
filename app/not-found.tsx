import { SystemScreen } from '@/components/system/system-screen';

export default function NotFound() {
  return <SystemScreen kind="not_found" homeHref="/cards" />;
}
