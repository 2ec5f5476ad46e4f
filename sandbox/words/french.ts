import { around, pluralFor, type RefusalWord, type ResultWord } from './entries';
import type { Words } from './english';
import { frenchPlaces } from './french-places';

const NUMBERS = ['', '', 'deux', 'trois', 'quatre', 'cinq'];

const plural = pluralFor('fr');
const cardsJoin = (count: number): string =>
  plural(count, {
    one: 'cette carte rejoindra',
    other: `ces ${NUMBERS[count] || count} cartes rejoindront`,
  });

/** Français : vouvoiement, comme à la banque. Espaces insécables devant les deux-points et les points d’interrogation. */
export const french = {
  language: 'fr',
  direction: 'ltr',
  frame: {
    strip: (name) =>
      `Environnement de test. Cette page joue le rôle de ${name} pour que vous puissiez essayer le parcours.`,
    title: (title, name) => `${title} · ${name} (test)`,
    skip: 'Aller au contenu',
    foot: 'Environnement de test, aucune vraie carte',
    slipChecked: (bank, time) =>
      `Environnement de test, aucune vraie carte. Bordereau de ${bank} vérifié à ${time}`,
    whatIs: 'Qu’est-ce que Click to Pay ?',
    profile: 'Votre profil',
  },
  common: {
    continue: 'Continuer',
    backTo: (name) => `Revenir à ${name}`,
    cancelBackTo: (name) => `Annuler et revenir à ${name}`,
    yourBank: 'votre banque',
    ending: 'se terminant par ',
    yourCards: (count) => plural(count, { one: 'Votre carte', other: 'Vos cartes' }),
    closePage: 'Fermez cette page et ouvrez vous-même le site de votre banque.',
    checkMarked: 'Vérifiez ce qui est signalé ci-dessous.',
    pleaseCheck: (title) => `À vérifier : ${title}`,
    email: 'E-mail',
    mobile: 'Mobile',
    endingWith: (digits) => `se terminant par ${digits}`,
    badEmail: 'Indiquez une adresse e-mail comme nom@example.com.',
    badMobile: 'Indiquez un numéro de mobile avec l’indicatif du pays.',
  },
  remember: {
    label: 'Me reconnaître sur ce navigateur',
    hint: 'Pas de code la prochaine fois. À éviter sur un ordinateur partagé.',
    known: 'Ce navigateur vous reconnaît.',
    notYou: 'Ce n’est pas vous ?',
  },
  details: {
    welcome: 'Bienvenue',
    welcomeBack: 'Bon retour',
    named: (greeting, name) => `${greeting}, ${name}`,
    known: (count) =>
      `Vous avez déjà un profil ici. Continuez et ${cardsJoin(count)} ce profil. Aucun code cette fois-ci.`,
    fresh: (bank, count) =>
      `${bank} a transmis vos données, vous n’avez rien à saisir. Continuez et ${cardsJoin(count)} un nouveau profil Click to Pay.`,
    name: 'Nom',
    address: 'Adresse de facturation',
  },
  contact: {
    title: 'Comment vous joindre ?',
    lead: (bank) =>
      `${bank} ne l’a pas transmis. Click to Pay vous reconnaît à votre e-mail et envoie les codes sur votre mobile.`,
    emailHint: 'Il vous sert à vous connecter à Click to Pay.',
    mobile: 'Numéro de mobile',
    mobileHint: 'Avec l’indicatif du pays, par exemple +33 6 39 98 12 34.',
  },
  code: {
    lead: (count) =>
      `Vous avez déjà un profil ici. Confirmez que c’est vous et ${cardsJoin(count)} ce profil.`,
    titleWrong: (title) => `Code incorrect : ${title}`,
    where: 'Où envoyer le code',
    label: 'Code à six chiffres',
    tries: (left) => plural(left, { one: `${left} essai restant`, other: `${left} essais restants` }),
    again: 'Envoyer un autre code',
    noMore: 'Plus de nouveau code',
    wrong: (left) =>
      `Ce code n’est pas le bon. ${plural(left, { one: `Il vous reste ${left === 0 ? 0 : 'un'} essai`, other: `Il vous reste ${left} essais` })}.`,
    expired: 'Ce code n’est plus valable. Demandez-en un autre.',
    locked: 'C’était le dernier essai',
    lockedLead: 'Le code saisi était faux trois fois. Nous nous arrêtons ici pour protéger votre profil.',
    lockedNothing: 'Rien n’a été ajouté.',
    inbox: (name, channel) =>
      `démo : ${name ? '' : 'votre '}${channel === 'email' ? 'messagerie' : 'mobile'}${name ? ` de ${name}` : ''}`,
    message: 'est votre code. Il est valable 10 minutes.',
    text: (code) => `${code} est votre code Click to Pay. Il est valable 10 minutes.`,
  },
  activation: {
    title: 'Encore une étape',
    lead: (bank, count) =>
      plural(count, {
        one: `${bank} veut s’assurer que c’est vous avant que cette carte puisse servir.`,
        other: `${bank} veut s’assurer que c’est vous avant que ces cartes puissent servir.`,
      }),
    website: (bank) => `Confirmer sur le site de ${bank}`,
    app: (bank) => `Confirmer dans l’application de ${bank}`,
    later: (bank) => `Pas maintenant, revenir à ${bank}`,
    playedTitle: (bank, place) => (place === 'website' ? `Le site de ${bank}` : `L’application de ${bank}`),
    played: (bank) =>
      `Ici, ${bank} vérifierait à sa façon que c’est bien vous. L’environnement de test joue ce rôle.`,
    yes: 'Oui, c’est moi',
    no: 'Non, revenir',
  },
  done: {
    added: (count) => plural(count, { one: `${count} carte ajoutée`, other: `${count} cartes ajoutées` }),
    oneAdded: around('Carte {card} ajoutée'),
    already: 'Déjà dans Click to Pay',
    waiting: 'Presque terminé',
    none: 'Aucune carte n’a été ajoutée',
    addedLead: 'C’est prêt. Cherchez Click to Pay au moment de payer : rien à saisir, juste votre e-mail.',
    alreadyLead: 'Rien à faire : elle est utilisable au moment de payer.',
    waitingLead: (bank) => `Il reste une étape : ${bank} doit s’assurer que c’est vous.`,
    noneLead: (bank) => `Rien n’a été débité ni modifié. ${bank} peut vous dire quoi faire.`,
    shop: 'L’essayer dans une boutique',
    profile: 'Voir votre profil',
    cancelled: 'Annulé',
    cancelledTitle: 'Vous avez arrêté avant la fin',
    heldTitle: 'Nous y travaillons encore',
    heldLead: (bank) =>
      `Ce résultat arrive en retard : le retour vers ${bank} s’ouvrira quand le reçu de la carte aura expiré. Attendez quinze minutes ou avancez l’horloge du client.`,
    noWayBackTitle: 'Vous pouvez fermer cette page',
    noWayBackLead: (bank) => `Ce résultat s’arrête ici : ${bank} n’apprend pas ce qui s’est passé.`,
    cancelledLead: (bank) => `Rien n’a été ajouté. Recommencez depuis ${bank} quand vous voulez.`,
  },
  results: {
    APPROVED: ['ajoutée', 'Prête à servir'],
    DUPLICATE_REQUEST: ['déjà là', 'Rien n’a changé'],
    REQUIRE_ADDITIONAL_AUTHENTICATION: [
      'encore une étape',
      'Il reste à confirmer auprès de votre banque que c’est vous',
    ],
    DECLINED: ['non ajoutée', 'Nous n’avons pas pu accepter cette carte'],
    ERROR: ['non ajoutée', 'Un incident est survenu chez nous'],
    CANCELLED: ['non ajoutée', 'Vous avez arrêté avant la fin'],
    unknown: ['pas encore clair', 'Nous ne savons pas ce qu’elle est devenue'],
  } as Record<ResultWord, readonly [words: string, detail: string]>,
  refusals: {
    'nothing-handed-over': [
      'Rien n’a été transmis',
      'Cette page ne fonctionne que si votre banque vous envoie ici avec une carte.',
    ],
    unsigned: [
      'Cet envoi n’est pas signé',
      'Click to Pay n’accepte une carte qu’avec la signature de Mastercard sur le bordereau, et celui-ci n’en a pas. Rien n’a été ajouté.',
    ],
    malformed: [
      'Nous ne pouvons pas lire cet envoi',
      'Le bordereau est abîmé ou incomplet. Rien n’a été ajouté.',
    ],
    'unknown-key': [
      'Nous ne connaissons pas cette signature',
      'Le bordereau est signé avec une clé que nous ne connaissons pas. Rien n’a été ajouté.',
    ],
    'bad-signature': [
      'Cet envoi a été modifié en chemin',
      'La signature ne correspond pas au bordereau, nous nous sommes donc arrêtés. Rien n’a été ajouté.',
    ],
    'unknown-receipt': [
      'Nous ne connaissons pas ce reçu',
      'Rien n’attend ici sous ce reçu. Rien n’a été ajouté.',
    ],
    'other-requestor': [
      'Ce reçu a un autre destinataire',
      'Votre banque l’a préparé pour une autre boutique ou un autre portefeuille. Rien n’a été ajouté.',
    ],
    'too-many': [
      'Trop de cartes à la fois',
      'Cet envoi contient plus de cartes que nous ne pouvons en accepter à la fois. Rien n’a été ajouté.',
    ],
    'callback-differs': [
      'Le retour a été modifié',
      'L’adresse de retour n’est pas celle que votre banque a donnée. Rien n’a été ajouté.',
    ],
    expired: [
      'Cet envoi a expiré',
      'Un bordereau ne vaut que quelques minutes. Revenez à votre banque et recommencez. Rien n’a été ajouté.',
    ],
    used: [
      'Cet envoi a déjà servi',
      'Ce que vous aviez commencé avec lui est fait. Vous pouvez revenir à votre banque.',
    ],
  } as Record<RefusalWord, readonly [title: string, sentence: string]>,
  ...frenchPlaces,
} satisfies Words;
