/** Who may call what, path by path as the build knows it (AZ-01): a route that is missing here fails the test beside it. */
export type Access =
  /** Anybody; nothing in it belongs to a customer. */
  | 'public'
  /** Without an open session: off to the sign-in page, which leads back. */
  | 'sign-in'
  /** Without an open session: 401 and a code. */
  | '401'
  /** A route that judges by itself what a stranger is told; the reason stands beside it. */
  | 'neutral';

export const ROUTES: Record<string, Access> = {
  '/': 'sign-in',
  '/login': 'public',
  '/login/no-account': 'public',
  // To the identity provider and back: led to the sign-in page where none is configured or nothing was begun.
  '/login/provider': 'neutral',
  '/login/callback': 'neutral',
  '/legal/[page]': 'public',
  '/help/[page]': 'public',
  // The service worker, in the language of the browser: it says that there is no network.
  '/offline.js': 'public',
  '/_not-found': 'public',
  '/_global-error': 'public',
  '/cards': 'sign-in',
  '/wallets': 'sign-in',
  '/account': 'sign-in',
  '/account/devices': 'sign-in',
  '/account/passkeys': 'sign-in',
  '/activity': 'sign-in',
  '/activity/[enrollmentId]': 'sign-in',
  '/activity/[enrollmentId]/consent': 'sign-in',
  '/enroll/to/[tokenRequestorId]': 'sign-in',
  '/enroll/[enrollmentId]/choose': 'sign-in',
  '/enroll/[enrollmentId]/review': 'sign-in',
  '/enroll/[enrollmentId]/confirm': 'sign-in',
  '/enroll/[enrollmentId]/leave': 'sign-in',
  '/enroll/[enrollmentId]/leave/go': 'sign-in',
  // The browser comes back from another company, perhaps without a session: one neutral page, the claim parked (CB-10).
  '/tokenization-results': 'neutral',
  '/tokenization-results/none': 'public',
  '/tokenization-results/parked': 'sign-in',
  '/tokenization-results/[enrollmentId]': 'sign-in',
  '/favicon.ico': 'public',
  '/api/asset/[assetId]': 'public',
  // next-auth's own; its session answer is empty without an open session.
  '/api/auth/[...nextauth]': 'neutral',
  '/api/csp-report': 'public',
  '/api/enrollments/[enrollmentId]': '401',
  '/api/enrollments/[enrollmentId]/consent/[format]': '401',
  '/api/me/export': '401',
  '/api/health/live': 'public',
  '/api/health/ready': 'public',
};

/** Every server action by its name: what a caller without a session gets. */
export const ACTIONS: Record<string, 'public' | 'signed-in'> = {
  signInAction: 'public',
  signInAsAction: 'public',
  signOutAction: 'public',
  chooseLanguageAction: 'public',
  extendSessionAction: 'signed-in',
  signOutDeviceAction: 'signed-in',
  signOutOthersAction: 'signed-in',
  startAction: 'signed-in',
  dismissBannerAction: 'signed-in',
  recheckEligibilityAction: 'signed-in',
  pushAgainAction: 'signed-in',
  startAgainAction: 'signed-in',
  cancelAction: 'signed-in',
  withdrawAction: 'signed-in',
  chooseAction: 'signed-in',
  agreeAction: 'signed-in',
  confirmAction: 'signed-in',
  sendAction: 'signed-in',
  askPasskeyAction: 'signed-in',
  confirmPasskeyAction: 'signed-in',
  sendAccountCodeAction: 'signed-in',
  accountCodeAction: 'signed-in',
  newPasskeyAction: 'signed-in',
  addPasskeyAction: 'signed-in',
  removePasskeyAction: 'signed-in',
  resendAction: 'signed-in',
  applyParked: 'signed-in',
};
