const months_in_year = 12;

/** Reads a child's size by age (`3-6 months`, `12M`, `5-6 years`, `4Y`, `newborn`) as the months at its beginning; null for any other. */
export function readAgeLabel(text: string): number | null {
  const given = text.trim().toUpperCase();
  if (/^(?:NEWBORN|NB|PREEMIE)$/.test(given)) return 0;
  const months = /^(\d{1,2})(?: ?[-–/] ?(\d{1,2}))? ?(?:M|MOS?\.?|MTHS?|MONTHS?|MONATE?|MOIS|MESI|MESES)$/.exec(given);
  if (months) return Number(months[1]);
  const years =
    /^(?:AGE )?(\d{1,2})(?: ?[-–/] ?(\d{1,2}))? ?(?:Y|YRS?\.?|YEARS?(?: OLD)?|JAHRE?|ANS|ANNI|AÑOS)$/.exec(given) ??
    /^AGE (\d{1,2})(?: ?[-–/] ?\d{1,2})?$/.exec(given);
  return years ? Number(years[1]) * months_in_year : null;
}
