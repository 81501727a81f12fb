/** A calendar day of the shopper's own, YYYY-MM-DD. */
export type Day = string;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const dayOf = (date: Date): Day => `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

/** The day it is where the shopper is. */
export const today = (now = new Date()): Day => dayOf(now);

/** The month of a day, YYYY-MM. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** The month so many months later; earlier when negative. */
export function monthsLater(month: string, count: number): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return monthOf(dayOf(new Date(year, at - 1 + count, 1)));
}

/**
 * The weeks of a month, each of seven days, beginning on a given weekday (0 Sunday to 6 Saturday); null where a day belongs to
 * the month before or after.
 */
export function weeksOf(month: string, first_weekday: number): (Day | null)[][] {
  const [year, at] = month.split('-').map(Number) as [number, number];
  const before = (new Date(year, at - 1, 1).getDay() - first_weekday + 7) % 7;
  const length = new Date(year, at, 0).getDate();
  const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, i) => {
    const date = i - before + 1;
    return date < 1 || date > length ? null : `${month}-${twoDigits(date)}`;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** On which day weeks begin where this language is spoken: 0 Sunday to 6 Saturday; Monday where the browser does not know. */
export function firstWeekday(locale: string): number {
  type WithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  const told = new Intl.Locale(locale) as WithWeek;
  return ((told.getWeekInfo?.() ?? told.weekInfo)?.firstDay ?? 1) % 7;
}
