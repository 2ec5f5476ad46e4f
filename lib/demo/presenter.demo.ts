import { config } from '@/lib/config/env';

/** The page of ours from which a form was sent, as an absolute address; the stories when the browser does not say. */
export function samePage(request: Request): string {
  const { origin } = config();
  const referer = request.headers.get('referer');
  const from = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  return from?.origin === origin ? `${origin}${from.pathname}${from.search}` : `${origin}/demo`;
}

/** A cookie is for one host: the browser passes by the sandbox, which sets its own, and comes back. */
export function onwardThroughSandbox(tools: 'on' | 'off', back: string): string {
  const { sandboxOrigin } = config();
  if (sandboxOrigin === null) return back;
  return `${sandboxOrigin}/__sandbox/tools?${new URLSearchParams({ tools, back }).toString()}`;
}
