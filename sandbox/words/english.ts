import { englishPlaces } from './english-places';
import { around, type RefusalWord, type ResultWord } from './entries';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five'];

const tries = (left: number): string => (left === 1 ? '1 try left' : `${left} tries left`);
const cardsJoin = (count: number): string =>
  count === 1 ? 'this card joins' : `these ${NUMBERS[count] ?? count} cards join`;

/**
 * Every word that the sandbox's pages say to a cardholder, in one place so that it can be translated. Sentences with a
 * value in them are functions: a language decides itself about order, plural and case.
 */
export const english = {
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  frame: {
    strip: (name: string) => `Sandbox. This page stands in for ${name} so that you can try the journey.`,
    title: (title: string, name: string) => `${title} · ${name} (sandbox)`,
    skip: 'Skip to content',
    foot: 'Sandbox, no real cards',
    slipChecked: (bank: string, time: string) =>
      `Sandbox, no real cards. Slip from ${bank} checked at ${time}`,
    whatIs: 'What is Click to Pay?',
    profile: 'Your profile',
  },
  common: {
    continue: 'Continue',
    backTo: (name: string) => `Return to ${name}`,
    cancelBackTo: (name: string) => `Cancel, back to ${name}`,
    yourBank: 'your bank',
    ending: 'ending in ',
    yourCards: (count: number): string => (count === 1 ? 'Your card' : 'Your cards'),
    closePage: 'Close this page and open your bank’s site yourself.',
    checkMarked: 'Please check what is marked below.',
    pleaseCheck: (title: string) => `Please check: ${title}`,
    email: 'E-mail',
    mobile: 'Mobile',
    endingWith: (digits: string) => `ending ${digits}`,
    badEmail: 'Enter an e-mail address like name@example.com.',
    badMobile: 'Enter a mobile number with its country code.',
  },
  remember: {
    label: 'Remember me on this browser',
    hint: 'Skip the code next time. Not for shared computers.',
    known: 'This browser is remembered for you.',
    notYou: 'Not you?',
  },
  details: {
    welcome: 'Welcome',
    welcomeBack: 'Welcome back',
    named: (greeting: string, name: string) => `${greeting}, ${name}`,
    known: (count: number) =>
      `You already have a profile here. Continue, and ${cardsJoin(count)} it. No code is needed this time.`,
    fresh: (bank: string, count: number) =>
      `${bank} sent your details, so there is nothing to type. Continue, and ${cardsJoin(count)} a new Click to Pay profile.`,
    name: 'Name',
    address: 'Billing address',
  },
  contact: {
    title: 'How can we reach you?',
    lead: (bank: string) =>
      `${bank} did not share this. Click to Pay knows you by your e-mail and sends codes to your mobile.`,
    emailHint: 'You sign in to Click to Pay with it.',
    mobile: 'Mobile number',
    mobileHint: 'With country code, for example +44 7700 900123.',
  },
  code: {
    lead: (count: number) =>
      `You already have a profile here. Confirm it’s you, then ${cardsJoin(count)} it.`,
    titleWrong: (title: string) => `Code not right: ${title}`,
    where: 'Where to send the code',
    label: 'Six-digit code',
    tries,
    again: 'Send a new code',
    noMore: 'No more new codes',
    wrong: (left: number) =>
      `That code is not right. ${left === 1 ? 'One try is' : `${left} tries are`} left.`,
    expired: 'That code is too old. Send a new one.',
    locked: 'That was the last try',
    lockedLead: 'The code was wrong three times, so we stopped here to keep your profile safe.',
    lockedNothing: 'Nothing was added.',
    inbox: (name: string | undefined, channel: 'email' | 'mobile') =>
      `demo: ${name ? `${name}’s` : 'your'} ${channel === 'email' ? 'inbox' : 'phone'}`,
    message: 'is your code. It works for 10 minutes.',
    text: (code: string) => `${code} is your Click to Pay code. It works for 10 minutes.`,
  },
  activation: {
    title: 'One more step',
    lead: (bank: string, count: number) =>
      count === 1
        ? `${bank} wants to know that it is you before this card can be used.`
        : `${bank} wants to know that it is you before these cards can be used.`,
    website: (bank: string) => `Confirm on ${bank}’s website`,
    app: (bank: string) => `Confirm in ${bank}’s app`,
    later: (bank: string) => `Not now, back to ${bank}`,
    playedTitle: (bank: string, place: 'website' | 'app') =>
      place === 'website' ? `${bank}’s website` : `${bank}’s app`,
    played: (bank: string) =>
      `Here ${bank} would check that it is you, in its own way. The sandbox plays that part.`,
    yes: 'Yes, it’s me',
    no: 'No, go back',
  },
  done: {
    added: (count: number) => `${count} cards added`,
    oneAdded: around('Card {card} added'),
    already: 'Already in Click to Pay',
    waiting: 'Nearly there',
    none: 'No card was added',
    addedLead: 'Added and ready. Look for Click to Pay at checkout. No typing, just your e-mail.',
    alreadyLead: 'Nothing to do: you can use it at checkout.',
    waitingLead: (bank: string) => `One step is left: ${bank} has to know that it is you.`,
    noneLead: (bank: string) => `Nothing was charged or changed. ${bank} can tell you what to do next.`,
    shop: 'Try it in a shop',
    profile: 'See your profile',
    cancelled: 'Cancelled',
    cancelledTitle: 'You left before it was done',
    heldTitle: 'We are still busy',
    heldLead: (bank: string) =>
      `This outcome comes home late: the way back to ${bank} opens when the card’s receipt has expired. Wait fifteen minutes, or move the customer’s clock.`,
    noWayBackTitle: 'You can close this page',
    noWayBackLead: (bank: string) => `This outcome ends here: ${bank} is not told what happened.`,
    cancelledLead: (bank: string) => `Nothing was added. Start again from ${bank} whenever you like.`,
  },
  results: {
    APPROVED: ['added', 'Ready to use'],
    DUPLICATE_REQUEST: ['already here', 'Nothing changed'],
    REQUIRE_ADDITIONAL_AUTHENTICATION: ['one more step', 'Still to do: check it’s you with your bank'],
    DECLINED: ['not added', 'We could not take this card'],
    ERROR: ['not added', 'Something failed on our side'],
    CANCELLED: ['not added', 'You left before it was done'],
    unknown: ['not clear yet', 'We cannot say what became of it'],
  } as Record<ResultWord, readonly [words: string, detail: string]>,
  refusals: {
    'nothing-handed-over': [
      'Nothing was handed over',
      'This page works only when your bank sends you here with a card.',
    ],
    unsigned: [
      'This hand-over is not signed',
      'Click to Pay takes cards only with Mastercard’s signature on the slip, and this one has none. Nothing was added.',
    ],
    malformed: ['We cannot read this hand-over', 'The slip is damaged or incomplete. Nothing was added.'],
    'unknown-key': [
      'We do not know this signature',
      'The slip is signed with a key that we do not know. Nothing was added.',
    ],
    'bad-signature': [
      'This hand-over was changed on the way',
      'The signature does not fit the slip, so we stopped. Nothing was added.',
    ],
    'unknown-receipt': [
      'We do not know this receipt',
      'Nothing is waiting here under this receipt. Nothing was added.',
    ],
    'other-requestor': [
      'This receipt is meant for someone else',
      'Your bank prepared it for another shop or wallet. Nothing was added.',
    ],
    'too-many': [
      'Too many cards at once',
      'This hand-over carries more cards than can be taken together. Nothing was added.',
    ],
    'callback-differs': [
      'The way back was changed',
      'The return address is not the one your bank gave. Nothing was added.',
    ],
    expired: [
      'This hand-over has expired',
      'Slips work for a few minutes only. Go back to your bank and start again. Nothing was added.',
    ],
    used: [
      'This hand-over was already used',
      'What you started with it is done. You can go back to your bank.',
    ],
  } as Record<RefusalWord, readonly [title: string, sentence: string]>,
  ...englishPlaces,
};

/** What a catalogue of another language has to say. */
export type Words = typeof english;
