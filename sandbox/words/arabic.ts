import { arabicPlaces } from './arabic-places';
import { around, leftToRight, pluralFor, type RefusalWord, type ResultWord } from './entries';
import type { Words } from './english';

const NUMBERS: Readonly<Record<number, string>> = { 3: 'الثلاث', 4: 'الأربع', 5: 'الخمس' };

const plural = pluralFor('ar');
const cardsJoin = (count: number): string =>
  plural(count, {
    one: 'تنضم هذه البطاقة',
    two: 'تنضم هاتان البطاقتان',
    few: `تنضم هذه البطاقات ${NUMBERS[count] ?? `(${count})`}`,
    other: `تنضم هذه البطاقات (${count})`,
  });
const tries = (left: number): string =>
  plural(left, {
    zero: 'لم تبقَ أي محاولة',
    one: 'بقيت محاولة واحدة',
    two: 'بقيت محاولتان',
    few: `بقيت ${left} محاولات`,
    other: `بقيت ${left} محاولة`,
  });

/** العربية: فصحى بسيطة، كما في البنك. */
export const arabic = {
  language: 'ar',
  direction: 'rtl',
  frame: {
    strip: (name) => `بيئة تجربة. تقوم هذه الصفحة مقام ${name} لتجرّب الرحلة كاملة.`,
    title: (title, name) => `${title} · ${name} (تجربة)`,
    skip: 'الانتقال إلى المحتوى',
    foot: 'بيئة تجربة، لا بطاقات حقيقية',
    slipChecked: (bank, time) => `بيئة تجربة، لا بطاقات حقيقية. فُحصت قسيمة ${bank} الساعة ${time}`,
    whatIs: 'ما هو Click to Pay؟',
    profile: 'ملفك',
  },
  common: {
    continue: 'متابعة',
    backTo: (name) => `العودة إلى ${name}`,
    cancelBackTo: (name) => `إلغاء والعودة إلى ${name}`,
    yourBank: 'بنكك',
    ending: 'المنتهية بالأرقام ',
    yourCards: (count) => plural(count, { one: 'بطاقتك', two: 'بطاقتاك', other: 'بطاقاتك' }),
    closePage: 'أغلق هذه الصفحة وافتح موقع بنكك بنفسك.',
    checkMarked: 'راجع ما هو محدد أدناه.',
    pleaseCheck: (title) => `يرجى المراجعة: ${title}`,
    email: 'البريد الإلكتروني',
    mobile: 'الجوال',
    endingWith: (digits) => `ينتهي بالأرقام ${digits}`,
    badEmail: `أدخل بريداً إلكترونياً مثل ${leftToRight('name@example.com')}.`,
    badMobile: 'أدخل رقم جوال مع رمز البلد.',
  },
  remember: {
    label: 'تذكّرني في هذا المتصفح',
    hint: 'بلا رمز في المرة القادمة. لا تستخدمه على جهاز مشترك.',
    known: 'هذا المتصفح يتذكرك.',
    notYou: 'ليس ملفك؟',
  },
  details: {
    welcome: 'أهلاً بك',
    welcomeBack: 'أهلاً بعودتك',
    named: (greeting, name) => `${greeting}، ${name}`,
    known: (count) => `لديك ملف هنا من قبل. تابع، وسوف ${cardsJoin(count)} إليه. لا حاجة إلى رمز هذه المرة.`,
    fresh: (bank, count) =>
      `أرسل ${bank} بياناتك، فلا شيء تكتبه. تابع، وسوف ${cardsJoin(count)} إلى ملف جديد في Click to Pay.`,
    name: 'الاسم',
    address: 'عنوان الفوترة',
  },
  contact: {
    title: 'كيف نتواصل معك؟',
    lead: (bank) =>
      `لم يشارك ${bank} هذه البيانات. يعرفك Click to Pay ببريدك الإلكتروني ويرسل الرموز إلى جوالك.`,
    emailHint: 'به تسجّل الدخول إلى Click to Pay.',
    mobile: 'رقم الجوال',
    mobileHint: `مع رمز البلد، مثلاً ${leftToRight('+971 50 123 4567')}.`,
  },
  code: {
    lead: (count) => `لديك ملف هنا من قبل. أكّد هويتك، وسوف ${cardsJoin(count)} إليه.`,
    titleWrong: (title) => `الرمز غير صحيح: ${title}`,
    where: 'إلى أين نرسل الرمز',
    label: 'رمز من ستة أرقام',
    tries,
    again: 'إرسال رمز جديد',
    noMore: 'لا رموز أخرى',
    wrong: (left) => `هذا الرمز غير صحيح. ${tries(left)}.`,
    expired: 'انتهت صلاحية هذا الرمز. اطلب رمزاً جديداً.',
    locked: 'كانت تلك آخر محاولة',
    lockedLead: 'كان الرمز خاطئاً ثلاث مرات، فتوقفنا هنا لحماية ملفك.',
    lockedNothing: 'لم يُضف شيء.',
    inbox: (name, channel) =>
      `تجربة: ${channel === 'email' ? (name ? `بريد ${name}` : 'بريدك') : name ? `جوال ${name}` : 'جوالك'}`,
    message: 'هو رمزك. صالح لمدة 10 دقائق.',
    text: (code) => `${code} هو رمزك في Click to Pay. صالح لمدة 10 دقائق.`,
  },
  activation: {
    title: 'خطوة أخرى',
    lead: (bank, count) =>
      plural(count, {
        one: `يريد ${bank} أن يتأكد من هويتك قبل استخدام هذه البطاقة.`,
        two: `يريد ${bank} أن يتأكد من هويتك قبل استخدام هاتين البطاقتين.`,
        other: `يريد ${bank} أن يتأكد من هويتك قبل استخدام هذه البطاقات.`,
      }),
    website: (bank) => `التأكيد في موقع ${bank}`,
    app: (bank) => `التأكيد في تطبيق ${bank}`,
    later: (bank) => `ليس الآن، العودة إلى ${bank}`,
    playedTitle: (bank, place) => (place === 'website' ? `موقع ${bank}` : `تطبيق ${bank}`),
    played: (bank) => `هنا يتأكد ${bank} من هويتك بطريقته. تقوم بيئة التجربة بهذا الدور.`,
    yes: 'نعم، هذا أنا',
    no: 'لا، العودة',
  },
  done: {
    added: (count) =>
      plural(count, {
        zero: 'لم تُضف أي بطاقة',
        one: 'أُضيفت بطاقة واحدة',
        two: 'أُضيفت بطاقتان',
        few: `أُضيفت ${count} بطاقات`,
        other: `أُضيفت ${count} بطاقة`,
      }),
    oneAdded: around('أُضيفت البطاقة {card}'),
    already: 'موجودة في Click to Pay من قبل',
    waiting: 'أوشكنا على الانتهاء',
    none: 'لم تُضف أي بطاقة',
    addedLead: 'تمت الإضافة وكل شيء جاهز. ابحث عن Click to Pay عند الدفع: لا كتابة، بريدك الإلكتروني فقط.',
    alreadyLead: 'لا شيء عليك: يمكنك استخدامها عند الدفع.',
    waitingLead: (bank) => `بقيت خطوة واحدة: يجب أن يتأكد ${bank} من هويتك.`,
    noneLead: (bank) => `لم يُخصم شيء ولم يتغير شيء. يمكن أن يخبرك ${bank} بما تفعله الآن.`,
    shop: 'تجربتها في متجر',
    profile: 'عرض ملفك',
    cancelled: 'أُلغي الطلب',
    cancelledTitle: 'غادرت قبل أن تكتمل العملية',
    heldTitle: 'ما زلنا نعمل على ذلك',
    heldLead: (bank) =>
      `تصل هذه النتيجة متأخرة: يُفتح طريق العودة إلى ${bank} بعد انتهاء صلاحية إيصال البطاقة. انتظر خمس عشرة دقيقة أو قدّم ساعة العميل.`,
    noWayBackTitle: 'يمكنك إغلاق هذه الصفحة',
    noWayBackLead: (bank) => `تنتهي هذه النتيجة هنا: لا يُبلَّغ ${bank} بما حدث.`,
    cancelledLead: (bank) => `لم يُضف شيء. ابدأ من جديد من ${bank} متى شئت.`,
  },
  results: {
    APPROVED: ['أُضيفت', 'جاهزة للاستخدام'],
    DUPLICATE_REQUEST: ['موجودة هنا من قبل', 'لم يتغير شيء'],
    REQUIRE_ADDITIONAL_AUTHENTICATION: ['خطوة أخرى', 'بقي أن تؤكد هويتك لدى بنكك'],
    DECLINED: ['لم تُضف', 'لم نتمكن من قبول هذه البطاقة'],
    ERROR: ['لم تُضف', 'حدث خلل من جانبنا'],
    CANCELLED: ['لم تُضف', 'غادرت قبل أن تكتمل العملية'],
    unknown: ['غير واضحة بعد', 'لا نعرف ما آلت إليه'],
  } as Record<ResultWord, readonly [words: string, detail: string]>,
  refusals: {
    'nothing-handed-over': ['لم نتسلم شيئاً', 'لا تعمل هذه الصفحة إلا حين يرسلك بنكك إليها ومعك بطاقة.'],
    unsigned: [
      'هذا التسليم غير موقّع',
      'لا يقبل Click to Pay بطاقة إلا بتوقيع Mastercard على القسيمة، وهذه بلا توقيع. لم يُضف شيء.',
    ],
    malformed: ['لا يمكننا قراءة هذا التسليم', 'القسيمة تالفة أو ناقصة. لم يُضف شيء.'],
    'unknown-key': ['لا نعرف هذا التوقيع', 'القسيمة موقّعة بمفتاح لا نعرفه. لم يُضف شيء.'],
    'bad-signature': ['تغيّر هذا التسليم في الطريق', 'لا يطابق التوقيع القسيمة، فتوقفنا. لم يُضف شيء.'],
    'unknown-receipt': ['لا نعرف هذا الإيصال', 'لا شيء ينتظر هنا بهذا الإيصال. لم يُضف شيء.'],
    'other-requestor': ['هذا الإيصال لجهة أخرى', 'أعدّه بنكك لمتجر آخر أو محفظة أخرى. لم يُضف شيء.'],
    'too-many': ['بطاقات كثيرة دفعة واحدة', 'يحمل هذا التسليم بطاقات أكثر مما يمكن قبوله معاً. لم يُضف شيء.'],
    'callback-differs': ['تغيّر طريق العودة', 'عنوان العودة ليس الذي أعطاه بنكك. لم يُضف شيء.'],
    expired: [
      'انتهت صلاحية هذا التسليم',
      'القسائم صالحة لبضع دقائق فقط. عد إلى بنكك وابدأ من جديد. لم يُضف شيء.',
    ],
    used: ['استُخدم هذا التسليم من قبل', 'ما بدأته به قد تم. يمكنك العودة إلى بنكك.'],
  } as Record<RefusalWord, readonly [title: string, sentence: string]>,
  ...arabicPlaces,
} satisfies Words;
