import { around, pluralFor, type RefusalWord, type ResultWord } from './entries';
import type { Words } from './english';
import { germanPlaces } from './german-places';

const NUMBERS = ['', '', 'zwei', 'drei', 'vier', 'fünf'];

const plural = pluralFor('de');
const cardsJoin = (count: number): string =>
  plural(count, {
    one: 'diese Karte kommt',
    other: `diese ${NUMBERS[count] || count} Karten kommen`,
  });

/** Deutsch: Sie, wie bei der Bank. */
export const german = {
  language: 'de',
  direction: 'ltr',
  frame: {
    strip: (name) =>
      `Sandbox. Diese Seite steht stellvertretend für ${name}, damit Sie den Ablauf ausprobieren können.`,
    title: (title, name) => `${title} · ${name} (Sandbox)`,
    skip: 'Zum Inhalt',
    foot: 'Sandbox, keine echten Karten',
    slipChecked: (bank, time) => `Sandbox, keine echten Karten. Beleg von ${bank} um ${time} Uhr geprüft`,
    whatIs: 'Was ist Click to Pay?',
    profile: 'Ihr Profil',
  },
  common: {
    continue: 'Weiter',
    backTo: (name) => `Zurück zu ${name}`,
    cancelBackTo: (name) => `Abbrechen, zurück zu ${name}`,
    yourBank: 'Ihre Bank',
    ending: 'mit den letzten Ziffern ',
    yourCards: (count) => plural(count, { one: 'Ihre Karte', other: 'Ihre Karten' }),
    closePage: 'Schließen Sie diese Seite und öffnen Sie die Seite Ihrer Bank selbst.',
    checkMarked: 'Prüfen Sie, was unten markiert ist.',
    pleaseCheck: (title) => `Bitte prüfen: ${title}`,
    email: 'E-Mail',
    mobile: 'Mobilnummer',
    endingWith: (digits) => `endet auf ${digits}`,
    badEmail: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
    badMobile: 'Geben Sie eine Mobilnummer mit Landesvorwahl ein.',
  },
  remember: {
    label: 'In diesem Browser wiedererkennen',
    hint: 'Nächstes Mal ohne Code. Nicht auf gemeinsam genutzten Computern.',
    known: 'Dieser Browser erkennt Sie wieder.',
    notYou: 'Sind Sie das nicht?',
  },
  details: {
    welcome: 'Willkommen',
    welcomeBack: 'Willkommen zurück',
    named: (greeting, name) => `${greeting}, ${name}`,
    known: (count) =>
      `Sie haben hier schon ein Profil. Gehen Sie weiter, und ${cardsJoin(count)} dazu. Einen Code brauchen Sie diesmal nicht.`,
    fresh: (bank, count) =>
      `${bank} hat Ihre Angaben geschickt, Sie müssen nichts eintippen. Gehen Sie weiter, und ${cardsJoin(count)} in ein neues Click-to-Pay-Profil.`,
    name: 'Name',
    address: 'Rechnungsanschrift',
  },
  contact: {
    title: 'Wie erreichen wir Sie?',
    lead: (bank) =>
      `${bank} hat das nicht mitgeteilt. Click to Pay erkennt Sie an Ihrer E-Mail-Adresse und sendet Codes an Ihre Mobilnummer.`,
    emailHint: 'Damit melden Sie sich bei Click to Pay an.',
    mobile: 'Mobilnummer',
    mobileHint: 'Mit Landesvorwahl, zum Beispiel +49 151 23456789.',
  },
  code: {
    lead: (count) =>
      `Sie haben hier schon ein Profil. Bestätigen Sie, dass Sie es sind, und ${cardsJoin(count)} dazu.`,
    titleWrong: (title) => `Code stimmt nicht: ${title}`,
    where: 'Wohin der Code gehen soll',
    label: 'Sechsstelliger Code',
    tries: (left) => plural(left, { one: 'Noch 1 Versuch', other: `Noch ${left} Versuche` }),
    again: 'Neuen Code senden',
    noMore: 'Keine weiteren Codes',
    wrong: (left) =>
      `Dieser Code stimmt nicht. ${plural(left, { one: 'Sie haben noch einen Versuch', other: `Sie haben noch ${left} Versuche` })}.`,
    expired: 'Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen senden.',
    locked: 'Das war der letzte Versuch',
    lockedLead: 'Der Code war dreimal falsch. Deshalb hören wir hier auf, um Ihr Profil zu schützen.',
    lockedNothing: 'Es wurde nichts hinzugefügt.',
    inbox: (name, channel) =>
      `Demo: ${name ? '' : 'Ihr '}${channel === 'email' ? 'Posteingang' : 'Handy'}${name ? ` von ${name}` : ''}`,
    message: 'ist Ihr Code. Er gilt 10 Minuten.',
    text: (code) => `${code} ist Ihr Code für Click to Pay. Er gilt 10 Minuten.`,
  },
  activation: {
    title: 'Noch ein Schritt',
    lead: (bank, count) =>
      plural(count, {
        one: `${bank} möchte wissen, dass Sie es sind, bevor diese Karte genutzt werden kann.`,
        other: `${bank} möchte wissen, dass Sie es sind, bevor diese Karten genutzt werden können.`,
      }),
    website: (bank) => `Auf der Website von ${bank} bestätigen`,
    app: (bank) => `In der App von ${bank} bestätigen`,
    later: (bank) => `Nicht jetzt, zurück zu ${bank}`,
    playedTitle: (bank, place) => (place === 'website' ? `Website von ${bank}` : `App von ${bank}`),
    played: (bank) =>
      `Hier würde ${bank} auf eigene Weise prüfen, dass Sie es sind. Die Sandbox spielt das nach.`,
    yes: 'Ja, das bin ich',
    no: 'Nein, zurück',
  },
  done: {
    added: (count) => plural(count, { one: 'Eine Karte hinzugefügt', other: `${count} Karten hinzugefügt` }),
    oneAdded: around('Karte {card} hinzugefügt'),
    already: 'Schon in Click to Pay',
    waiting: 'Fast geschafft',
    none: 'Keine Karte wurde hinzugefügt',
    addedLead:
      'Hinzugefügt und bereit. Achten Sie an der Kasse auf Click to Pay: kein Eintippen, nur Ihre E-Mail-Adresse.',
    alreadyLead: 'Sie müssen nichts tun: An der Kasse können Sie sie nutzen.',
    waitingLead: (bank) => `Ein Schritt fehlt noch: ${bank} muss wissen, dass Sie es sind.`,
    noneLead: (bank) => `Es wurde nichts abgebucht oder geändert. ${bank} sagt Ihnen, wie es weitergeht.`,
    shop: 'In einem Shop ausprobieren',
    profile: 'Ihr Profil ansehen',
    cancelled: 'Abgebrochen',
    cancelledTitle: 'Sie haben vorher abgebrochen',
    heldTitle: 'Wir sind noch dabei',
    heldLead: (bank) =>
      `Dieses Ergebnis kommt zu spät: Der Weg zurück zu ${bank} öffnet sich, sobald die Quittung der Karte abgelaufen ist. Warten Sie fünfzehn Minuten oder stellen Sie die Uhr des Kunden vor.`,
    noWayBackTitle: 'Sie können diese Seite schließen',
    noWayBackLead: (bank) => `Dieses Ergebnis endet hier: ${bank} erfährt nicht, was passiert ist.`,
    cancelledLead: (bank) => `Es wurde nichts hinzugefügt. Beginnen Sie bei ${bank} neu, wann Sie möchten.`,
  },
  results: {
    APPROVED: ['hinzugefügt', 'Bereit zum Bezahlen'],
    DUPLICATE_REQUEST: ['schon hier', 'Es hat sich nichts geändert'],
    REQUIRE_ADDITIONAL_AUTHENTICATION: [
      'noch ein Schritt',
      'Bestätigen Sie bei Ihrer Bank, dass Sie es sind',
    ],
    DECLINED: ['nicht hinzugefügt', 'Wir konnten diese Karte nicht annehmen'],
    ERROR: ['nicht hinzugefügt', 'Bei uns ist etwas schiefgegangen'],
    CANCELLED: ['nicht hinzugefügt', 'Sie haben vorher abgebrochen'],
    unknown: ['noch nicht klar', 'Wir wissen nicht, was daraus geworden ist'],
  } as Record<ResultWord, readonly [words: string, detail: string]>,
  refusals: {
    'nothing-handed-over': [
      'Es wurde nichts übergeben',
      'Diese Seite funktioniert nur, wenn Ihre Bank Sie mit einer Karte hierherschickt.',
    ],
    unsigned: [
      'Diese Übergabe ist nicht signiert',
      'Click to Pay nimmt Karten nur mit der Signatur von Mastercard auf dem Beleg, und dieser hat keine. Es wurde nichts hinzugefügt.',
    ],
    malformed: [
      'Wir können diese Übergabe nicht lesen',
      'Der Beleg ist beschädigt oder unvollständig. Es wurde nichts hinzugefügt.',
    ],
    'unknown-key': [
      'Wir kennen diese Signatur nicht',
      'Der Beleg ist mit einem Schlüssel signiert, den wir nicht kennen. Es wurde nichts hinzugefügt.',
    ],
    'bad-signature': [
      'Diese Übergabe wurde unterwegs verändert',
      'Die Signatur passt nicht zum Beleg, deshalb haben wir angehalten. Es wurde nichts hinzugefügt.',
    ],
    'unknown-receipt': [
      'Wir kennen diese Quittung nicht',
      'Zu dieser Quittung wartet hier nichts. Es wurde nichts hinzugefügt.',
    ],
    'other-requestor': [
      'Diese Quittung ist für jemand anderen',
      'Ihre Bank hat sie für einen anderen Shop oder eine andere Wallet vorbereitet. Es wurde nichts hinzugefügt.',
    ],
    'too-many': [
      'Zu viele Karten auf einmal',
      'Diese Übergabe enthält mehr Karten, als zusammen möglich sind. Es wurde nichts hinzugefügt.',
    ],
    'callback-differs': [
      'Der Rückweg wurde verändert',
      'Die Rückkehradresse ist nicht die Ihrer Bank. Es wurde nichts hinzugefügt.',
    ],
    expired: [
      'Diese Übergabe ist abgelaufen',
      'Belege gelten nur wenige Minuten. Gehen Sie zurück zu Ihrer Bank und beginnen Sie neu. Es wurde nichts hinzugefügt.',
    ],
    used: [
      'Diese Übergabe wurde schon benutzt',
      'Was Sie damit begonnen haben, ist erledigt. Sie können zu Ihrer Bank zurückgehen.',
    ],
  } as Record<RefusalWord, readonly [title: string, sentence: string]>,
  ...germanPlaces,
} satisfies Words;
