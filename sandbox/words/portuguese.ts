import { around, pluralFor, type RefusalWord, type ResultWord } from './entries';
import type { Words } from './english';
import { portuguesePlaces } from './portuguese-places';

const NUMBERS = ['', '', 'dois', 'três', 'quatro', 'cinco'];

const plural = pluralFor('pt-BR');
const cardsJoin = (count: number): string =>
  plural(count, {
    one: 'este cartão entra',
    other: `estes ${NUMBERS[count] || count} cartões entram`,
  });

/** Português do Brasil: você, como no banco. */
export const portuguese = {
  language: 'pt',
  direction: 'ltr',
  frame: {
    strip: (name) =>
      `Ambiente de testes. Esta página faz o papel de ${name} para você experimentar o percurso.`,
    title: (title, name) => `${title} · ${name} (testes)`,
    skip: 'Ir para o conteúdo',
    foot: 'Ambiente de testes, sem cartões reais',
    slipChecked: (bank, time) =>
      `Ambiente de testes, sem cartões reais. Canhoto de ${bank} conferido às ${time}`,
    whatIs: 'O que é o Click to Pay?',
    profile: 'Seu perfil',
  },
  common: {
    continue: 'Continuar',
    backTo: (name) => `Voltar para ${name}`,
    cancelBackTo: (name) => `Cancelar e voltar para ${name}`,
    yourBank: 'seu banco',
    ending: 'com final ',
    yourCards: (count) => plural(count, { one: 'Seu cartão', other: 'Seus cartões' }),
    closePage: 'Feche esta página e abra o site do seu banco por conta própria.',
    checkMarked: 'Confira o que está marcado abaixo.',
    pleaseCheck: (title) => `Confira: ${title}`,
    email: 'E-mail',
    mobile: 'Celular',
    endingWith: (digits) => `com final ${digits}`,
    badEmail: 'Informe um e-mail como nome@example.com.',
    badMobile: 'Informe um celular com o código do país.',
  },
  remember: {
    label: 'Lembrar de mim neste navegador',
    hint: 'Na próxima vez, sem código. Não use em computadores compartilhados.',
    known: 'Este navegador se lembra de você.',
    notYou: 'Não é você?',
  },
  details: {
    welcome: 'Boas-vindas',
    welcomeBack: 'Que bom ver você de novo',
    named: (greeting, name) => `${greeting}, ${name}`,
    known: (count) =>
      `Você já tem um perfil aqui. Continue e ${cardsJoin(count)} nele. Desta vez não precisa de código.`,
    fresh: (bank, count) =>
      `${bank} enviou seus dados, então não há nada para digitar. Continue e ${cardsJoin(count)} em um novo perfil do Click to Pay.`,
    name: 'Nome',
    address: 'Endereço de cobrança',
  },
  contact: {
    title: 'Como falamos com você?',
    lead: (bank) =>
      `${bank} não compartilhou isso. O Click to Pay reconhece você pelo e-mail e envia os códigos para o seu celular.`,
    emailHint: 'Com ele você entra no Click to Pay.',
    mobile: 'Número do celular',
    mobileHint: 'Com o código do país, por exemplo +55 11 91234-5678.',
  },
  code: {
    lead: (count) => `Você já tem um perfil aqui. Confirme que é você e ${cardsJoin(count)} nele.`,
    titleWrong: (title) => `Código incorreto: ${title}`,
    where: 'Para onde enviar o código',
    label: 'Código de seis dígitos',
    tries: (left) => plural(left, { one: `Resta ${left} tentativa`, other: `Restam ${left} tentativas` }),
    again: 'Enviar outro código',
    noMore: 'Não há mais códigos novos',
    wrong: (left) =>
      `Esse código não está certo. ${plural(left, { one: `Resta ${left === 1 ? 'uma' : left} tentativa`, other: `Restam ${left} tentativas` })}.`,
    expired: 'Esse código não vale mais. Peça outro.',
    locked: 'Essa foi a última tentativa',
    lockedLead: 'O código digitado estava errado três vezes, então paramos aqui para proteger seu perfil.',
    lockedNothing: 'Nada foi adicionado.',
    inbox: (name, channel) =>
      `demo: ${name ? '' : 'seu '}${channel === 'email' ? 'e-mail' : 'celular'}${name ? ` de ${name}` : ''}`,
    message: 'é o seu código. Vale por 10 minutos.',
    text: (code) => `${code} é o seu código do Click to Pay. Vale por 10 minutos.`,
  },
  activation: {
    title: 'Mais um passo',
    lead: (bank, count) =>
      plural(count, {
        one: `${bank} quer confirmar que é você antes que este cartão possa ser usado.`,
        other: `${bank} quer confirmar que é você antes que estes cartões possam ser usados.`,
      }),
    website: (bank) => `Confirmar no site de ${bank}`,
    app: (bank) => `Confirmar no aplicativo de ${bank}`,
    later: (bank) => `Agora não, voltar para ${bank}`,
    playedTitle: (bank, place) => (place === 'website' ? `Site de ${bank}` : `Aplicativo de ${bank}`),
    played: (bank) =>
      `Aqui ${bank} verificaria, do seu jeito, que é você. O ambiente de testes faz esse papel.`,
    yes: 'Sim, sou eu',
    no: 'Não, voltar',
  },
  done: {
    added: (count) =>
      plural(count, { one: `${count} cartão adicionado`, other: `${count} cartões adicionados` }),
    oneAdded: around('Cartão {card} adicionado'),
    already: 'Já está no Click to Pay',
    waiting: 'Quase lá',
    none: 'Nenhum cartão foi adicionado',
    addedLead:
      'Adicionado e pronto. Procure o Click to Pay na hora de pagar: sem digitar, só com seu e-mail.',
    alreadyLead: 'Nada a fazer: você já pode usá-lo para pagar.',
    waitingLead: (bank) => `Falta um passo: ${bank} precisa confirmar que é você.`,
    noneLead: (bank) => `Nada foi cobrado nem alterado. ${bank} pode dizer o que fazer agora.`,
    shop: 'Experimentar em uma loja',
    profile: 'Ver seu perfil',
    cancelled: 'Cancelado',
    cancelledTitle: 'Você saiu antes de terminar',
    heldTitle: 'Ainda estamos processando',
    heldLead: (bank) =>
      `Este resultado chega tarde: o caminho de volta para ${bank} se abre quando o recibo do cartão expirar. Espere quinze minutos ou adiante o relógio do cliente.`,
    noWayBackTitle: 'Você pode fechar esta página',
    noWayBackLead: (bank) => `Este resultado termina aqui: ${bank} não fica sabendo o que aconteceu.`,
    cancelledLead: (bank) => `Nada foi adicionado. Comece de novo em ${bank} quando quiser.`,
  },
  results: {
    APPROVED: ['adicionado', 'Pronto para usar'],
    DUPLICATE_REQUEST: ['já estava aqui', 'Nada mudou'],
    REQUIRE_ADDITIONAL_AUTHENTICATION: ['mais um passo', 'Falta confirmar com seu banco que é você'],
    DECLINED: ['não adicionado', 'Não pudemos aceitar este cartão'],
    ERROR: ['não adicionado', 'Algo falhou do nosso lado'],
    CANCELLED: ['não adicionado', 'Você saiu antes de terminar'],
    unknown: ['ainda não está claro', 'Não sabemos o que houve com ele'],
  } as Record<ResultWord, readonly [words: string, detail: string]>,
  refusals: {
    'nothing-handed-over': [
      'Nada foi enviado para cá',
      'Esta página só funciona quando seu banco envia você para cá com um cartão.',
    ],
    unsigned: [
      'Este envio não está assinado',
      'O Click to Pay só aceita cartões com a assinatura da Mastercard no canhoto, e este não tem. Nada foi adicionado.',
    ],
    malformed: [
      'Não conseguimos ler este envio',
      'O canhoto está danificado ou incompleto. Nada foi adicionado.',
    ],
    'unknown-key': [
      'Não conhecemos esta assinatura',
      'O canhoto foi assinado com uma chave que não conhecemos. Nada foi adicionado.',
    ],
    'bad-signature': [
      'Este envio foi alterado no caminho',
      'A assinatura não combina com o canhoto, então paramos. Nada foi adicionado.',
    ],
    'unknown-receipt': [
      'Não conhecemos este recibo',
      'Não há nada esperando aqui com este recibo. Nada foi adicionado.',
    ],
    'other-requestor': [
      'Este recibo é para outro destinatário',
      'Seu banco o preparou para outra loja ou carteira. Nada foi adicionado.',
    ],
    'too-many': [
      'Cartões demais de uma vez',
      'Este envio traz mais cartões do que aceitamos juntos. Nada foi adicionado.',
    ],
    'callback-differs': [
      'O caminho de volta foi alterado',
      'O endereço de volta não é o que seu banco informou. Nada foi adicionado.',
    ],
    expired: [
      'Este envio expirou',
      'Os canhotos valem só alguns minutos. Volte ao seu banco e comece de novo. Nada foi adicionado.',
    ],
    used: [
      'Este envio já foi usado',
      'O que você começou com ele está feito. Você pode voltar ao seu banco.',
    ],
  } as Record<RefusalWord, readonly [title: string, sentence: string]>,
  ...portuguesePlaces,
} satisfies Words;
