import type { FaultName } from '@/sandbox/control/fault-names';
import type { Outcome } from './outcome';

const eligibility = (fault: FaultName, row: Pick<Outcome, 'name' | 'title' | 'sentence'>): Outcome => ({
  hop: 'eligibility',
  behaviour: { kind: 'whole-call', fault },
  calls: ['eligible'],
  ...row,
});
const logo = (fault: FaultName, row: Pick<Outcome, 'name' | 'title' | 'sentence'>): Outcome => ({
  hop: 'logo',
  behaviour: { kind: 'whole-call', fault },
  calls: ['asset'],
  ...row,
});

/** Who takes the cards (spec 4.1; fault matrix F30). No card number is known at this hop, so no test card plays them. */
export const ELIGIBILITY_OUTCOMES: readonly Outcome[] = [
  eligibility('empty-list', {
    name: 'nobody-eligible',
    title: 'Nobody takes the cards',
    sentence: 'The list of token requestors is empty.',
  }),
  eligibility('no-click-to-pay', {
    name: 'click-to-pay-not-eligible',
    title: 'Not for Click to Pay',
    sentence: 'Everybody but Click to Pay takes the cards.',
  }),
  eligibility('many-requestors', {
    name: 'many-requestors',
    title: 'Five hundred takers',
    sentence: 'Five hundred more token requestors take the cards.',
  }),
  eligibility('hostile-names', {
    name: 'hostile-names',
    title: 'Hostile names',
    sentence:
      'The names of the token requestors are mark-up, control characters and text that runs the other way.',
  }),
];

/** What they look like (spec 4.2; fault matrix F31). */
export const LOGO_OUTCOMES: readonly Outcome[] = [
  logo('hostile-svg', {
    name: 'logo-hostile-svg',
    title: 'Logo with a script',
    sentence: 'The logo is an SVG with a script and a picture from a stranger.',
  }),
  logo('wrong-media-type', {
    name: 'logo-wrong-type',
    title: 'Logo as a page',
    sentence: 'The logo calls itself `text/html`.',
  }),
  logo('huge', {
    name: 'logo-huge',
    title: 'Oversized logo',
    sentence: 'The answer has two megabytes of filler.',
  }),
  logo('no-media', {
    name: 'logo-empty',
    title: 'No logo in it',
    sentence: 'The list of pictures is empty.',
  }),
  logo('not-found', { name: 'logo-not-found', title: 'No such logo', sentence: 'Status 404.' }),
  logo('redirect', {
    name: 'logo-elsewhere',
    title: 'Logo elsewhere',
    sentence: 'Status 307 to `http://169.254.169.254/`, which nobody may follow.',
  }),
];
