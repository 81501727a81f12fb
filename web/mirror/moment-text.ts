import type { Translate } from '#web/messages/translate.ts';

/** Day of the week and time, where the shopper is: what is meant lies within a day or two. */
export const momentText = ({ locale }: Pick<Translate, 'locale'>, moment: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(moment));

/** Day and time, with its date: what is meant may lie weeks away. */
export const momentDayText = ({ locale }: Pick<Translate, 'locale'>, moment: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(moment));
