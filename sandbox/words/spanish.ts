import { around, pluralFor, type RefusalWord, type ResultWord } from './entries';
import type { Words } from './english';
import { spanishPlaces } from './spanish-places';

const NUMBERS = ['', '', 'dos', 'tres', 'cuatro', 'cinco'];

const plural = pluralFor('es');
const cardsJoin = (count: number): string =>
  plural(count, {
    one: 'esta tarjeta se añadirá',
    other: `estas ${NUMBERS[count] || count} tarjetas se añadirán`,
  });

/** Español: de tú, como el banco. */
export const spanish = {
  language: 'es',
  direction: 'ltr',
  frame: {
    strip: (name) => `Entorno de pruebas. Esta página hace de ${name} para que puedas probar el recorrido.`,
    title: (title, name) => `${title} · ${name} (pruebas)`,
    skip: 'Ir al contenido',
    foot: 'Entorno de pruebas, sin tarjetas reales',
    slipChecked: (bank, time) =>
      `Entorno de pruebas, sin tarjetas reales. Resguardo de ${bank} comprobado a las ${time}`,
    whatIs: '¿Qué es Click to Pay?',
    profile: 'Tu perfil',
  },
  common: {
    continue: 'Continuar',
    backTo: (name) => `Volver a ${name}`,
    cancelBackTo: (name) => `Cancelar y volver a ${name}`,
    yourBank: 'tu banco',
    ending: 'terminada en ',
    yourCards: (count) => plural(count, { one: 'Tu tarjeta', other: 'Tus tarjetas' }),
    closePage: 'Cierra esta página y entra tú en el sitio de tu banco.',
    checkMarked: 'Revisa lo que está marcado abajo.',
    pleaseCheck: (title) => `Revísalo: ${title}`,
    email: 'Correo electrónico',
    mobile: 'Móvil',
    endingWith: (digits) => `terminado en ${digits}`,
    badEmail: 'Escribe un correo como nombre@example.com.',
    badMobile: 'Escribe un móvil con el prefijo de su país.',
  },
  remember: {
    label: 'Recordarme en este navegador',
    hint: 'La próxima vez, sin código. No en ordenadores compartidos.',
    known: 'Este navegador te recuerda.',
    notYou: '¿No eres tú?',
  },
  details: {
    welcome: 'Te damos la bienvenida',
    welcomeBack: 'Hola de nuevo',
    named: (greeting, name) => `${greeting}, ${name}`,
    known: (count) =>
      `Ya tienes un perfil aquí. Continúa y ${cardsJoin(count)}. Esta vez no hace falta código.`,
    fresh: (bank, count) =>
      `${bank} envió tus datos, así que no hay nada que escribir. Continúa y ${cardsJoin(count)} a un perfil nuevo de Click to Pay.`,
    name: 'Nombre',
    address: 'Dirección de facturación',
  },
  contact: {
    title: '¿Cómo te localizamos?',
    lead: (bank) =>
      `${bank} no lo compartió. Click to Pay te reconoce por tu correo y envía los códigos a tu móvil.`,
    emailHint: 'Con él entras en Click to Pay.',
    mobile: 'Número de móvil',
    mobileHint: 'Con el prefijo del país, por ejemplo +34 612 345 678.',
  },
  code: {
    lead: (count) => `Ya tienes un perfil aquí. Confirma que eres tú y ${cardsJoin(count)}.`,
    titleWrong: (title) => `Código incorrecto: ${title}`,
    where: 'Dónde enviar el código',
    label: 'Código de seis cifras',
    tries: (left) => plural(left, { one: 'Queda 1 intento', other: `Quedan ${left} intentos` }),
    again: 'Enviar otro código',
    noMore: 'No hay más códigos nuevos',
    wrong: (left) =>
      `Ese código no es correcto. ${plural(left, { one: 'Queda un intento', other: `Quedan ${left} intentos` })}.`,
    expired: 'Ese código ya no sirve. Pide otro.',
    locked: 'Era el último intento',
    lockedLead: 'El código falló tres veces, así que paramos aquí para proteger tu perfil.',
    lockedNothing: 'No se añadió nada.',
    inbox: (name, channel) =>
      `demo: ${name ? '' : 'tu '}${channel === 'email' ? 'correo' : 'móvil'}${name ? ` de ${name}` : ''}`,
    message: 'es tu código. Sirve durante 10 minutos.',
    text: (code) => `${code} es tu código de Click to Pay. Sirve durante 10 minutos.`,
  },
  activation: {
    title: 'Un paso más',
    lead: (bank, count) =>
      plural(count, {
        one: `${bank} quiere comprobar que eres tú antes de que se pueda usar esta tarjeta.`,
        other: `${bank} quiere comprobar que eres tú antes de que se puedan usar estas tarjetas.`,
      }),
    website: (bank) => `Confirmar en la web de ${bank}`,
    app: (bank) => `Confirmar en la aplicación de ${bank}`,
    later: (bank) => `Ahora no, volver a ${bank}`,
    playedTitle: (bank, place) => (place === 'website' ? `La web de ${bank}` : `La aplicación de ${bank}`),
    played: (bank) =>
      `Aquí ${bank} comprobaría a su manera que eres tú. El entorno de pruebas hace ese papel.`,
    yes: 'Sí, soy yo',
    no: 'No, volver',
  },
  done: {
    added: (count) => plural(count, { one: 'Una tarjeta añadida', other: `${count} tarjetas añadidas` }),
    oneAdded: around('Tarjeta {card} añadida'),
    already: 'Ya está en Click to Pay',
    waiting: 'Ya casi está',
    none: 'No se añadió ninguna tarjeta',
    addedLead: 'Añadido y listo. Busca Click to Pay al pagar: sin números, solo tu correo.',
    alreadyLead: 'No tienes que hacer nada: ya puedes usarla al pagar.',
    waitingLead: (bank) => `Queda un paso: ${bank} tiene que comprobar que eres tú.`,
    noneLead: (bank) => `No se cobró ni se cambió nada. ${bank} puede decirte qué hacer ahora.`,
    shop: 'Pruébala en una tienda',
    profile: 'Ver tu perfil',
    cancelled: 'Cancelado',
    cancelledTitle: 'Te fuiste antes de terminar',
    heldTitle: 'Todavía estamos en ello',
    heldLead: (bank) =>
      `Este resultado llega tarde: el camino de vuelta a ${bank} se abre cuando haya caducado el recibo de la tarjeta. Espera quince minutos o adelanta el reloj del cliente.`,
    noWayBackTitle: 'Puedes cerrar esta página',
    noWayBackLead: (bank) => `Este resultado termina aquí: ${bank} no recibe noticia de lo que pasó.`,
    cancelledLead: (bank) => `No se añadió nada. Empieza de nuevo desde ${bank} cuando quieras.`,
  },
  results: {
    APPROVED: ['añadida', 'Lista para usar'],
    DUPLICATE_REQUEST: ['ya estaba aquí', 'No cambió nada'],
    REQUIRE_ADDITIONAL_AUTHENTICATION: ['falta un paso', 'Confirma con tu banco que eres tú'],
    DECLINED: ['no añadida', 'No pudimos aceptar esta tarjeta'],
    ERROR: ['no añadida', 'Algo falló por nuestra parte'],
    CANCELLED: ['no añadida', 'Te fuiste antes de terminar'],
    unknown: ['sin respuesta clara', 'No sabemos qué fue de ella'],
  } as Record<ResultWord, readonly [words: string, detail: string]>,
  refusals: {
    'nothing-handed-over': [
      'No recibimos ninguna tarjeta',
      'Esta página solo funciona cuando tu banco te envía aquí con una tarjeta.',
    ],
    unsigned: [
      'Este envío no está firmado',
      'Click to Pay solo acepta tarjetas con la firma de Mastercard en el resguardo, y este no la lleva. No se añadió nada.',
    ],
    malformed: ['No podemos leer este envío', 'El resguardo está dañado o incompleto. No se añadió nada.'],
    'unknown-key': [
      'No conocemos esta firma',
      'El resguardo está firmado con una clave que no conocemos. No se añadió nada.',
    ],
    'bad-signature': [
      'Este envío se modificó por el camino',
      'La firma no corresponde al resguardo, así que paramos. No se añadió nada.',
    ],
    'unknown-receipt': [
      'No conocemos este recibo',
      'Aquí no espera nada con este recibo. No se añadió nada.',
    ],
    'other-requestor': [
      'Este recibo es para otro destinatario',
      'Tu banco lo preparó para otra tienda o cartera. No se añadió nada.',
    ],
    'too-many': [
      'Demasiadas tarjetas a la vez',
      'Este envío trae más tarjetas de las que se aceptan juntas. No se añadió nada.',
    ],
    'callback-differs': [
      'El camino de vuelta se modificó',
      'La dirección de vuelta no es la que dio tu banco. No se añadió nada.',
    ],
    expired: [
      'Este envío ha caducado',
      'Los resguardos sirven solo unos minutos. Vuelve a tu banco y empieza de nuevo. No se añadió nada.',
    ],
    used: ['Este envío ya se usó', 'Lo que empezaste con él está hecho. Puedes volver a tu banco.'],
  } as Record<RefusalWord, readonly [title: string, sentence: string]>,
  ...spanishPlaces,
} satisfies Words;
