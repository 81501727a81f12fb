import type { FitAnswer } from '#contract/inbox.ts';

interface About {
  product: string;
  brand: string;
  size: string;
  name: string | null;
}

/** The words of the mail in one language; the same as the pages use for the same things. */
export interface MailWords {
  title: (about: About) => string;
  lead: (about: About) => string;
  answers: Record<Exclude<FitAnswer, 'never_ask'>, string>;
  tap: string;
  /** `until`: the last day of the links. */
  why: (until: string) => string;
  stop: string;
}

const en: MailWords = {
  title: ({ product, size, name }) => (name === null ? `Did the ${product} in ${size} fit?` : `Did the ${product} in ${size} fit ${name}?`),
  lead: ({ brand, size }) => `You asked us for a size by ${brand}, and we said ${size}. How was it?`,
  answers: {
    too_small: 'Too small',
    slightly_small: 'Slightly small',
    perfect: 'Perfect',
    slightly_large: 'Slightly large',
    too_large: 'Too large',
    not_bought: 'I did not buy it',
  },
  tap: 'One tap is enough, without signing in. The next advice already knows.',
  why: (until) => `We ask once for each garment. The links work until ${until}.`,
  stop: 'Stop these e-mails',
};

const fr: MailWords = {
  title: ({ product, size, name }) =>
    name === null ? `${product}, taille ${size} : est-ce que ça va ?` : `${product}, taille ${size} : est-ce que ça va à ${name} ?`,
  lead: ({ brand, size }) => `Vous nous avez demandé une taille chez ${brand} ; nous avons dit ${size}. Alors ?`,
  answers: {
    too_small: 'Trop juste',
    slightly_small: 'Un peu juste',
    perfect: 'Très bien',
    slightly_large: 'Un peu ample',
    too_large: 'Trop ample',
    not_bought: 'Je ne l’ai pas acheté',
  },
  tap: 'Un geste suffit, sans vous connecter. Le prochain conseil en tient compte.',
  why: (until) => `Nous ne le demandons qu’une fois par vêtement. Les liens marchent jusqu’au ${until}.`,
  stop: 'Ne plus recevoir ces e-mails',
};

const de: MailWords = {
  title: ({ product, size, name }) =>
    name === null ? `${product} in ${size}: Hat es gepasst?` : `${product} in ${size}: Hat es ${name} gepasst?`,
  lead: ({ brand, size }) => `Sie haben uns nach einer Größe von ${brand} gefragt, wir sagten ${size}. Wie war es?`,
  answers: {
    too_small: 'Zu klein',
    slightly_small: 'Etwas klein',
    perfect: 'Genau richtig',
    slightly_large: 'Etwas groß',
    too_large: 'Zu groß',
    not_bought: 'Nicht gekauft',
  },
  tap: 'Ein Tipp genügt, ohne Anmeldung. Der nächste Rat weiß es schon.',
  why: (until) => `Wir fragen für jedes Kleidungsstück einmal. Die Links gelten bis ${until}.`,
  stop: 'Diese E-Mails abbestellen',
};

const all = { en, fr, de };

/** Gives the words in the language of a locale, else in English. */
export function mailWords(locale: string): { language: string; words: MailWords } {
  const [language = ''] = locale.split('-');
  const words = (all as Record<string, MailWords>)[language];
  return words ? { language, words } : { language: 'en', words: en };
}
