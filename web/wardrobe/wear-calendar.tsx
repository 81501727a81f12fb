import { useState } from 'react';
import type { Item } from '#contract/wardrobe.ts';
import { useLogItem, useWearCalendar } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { firstWeekday, monthOf, monthsLater, today, weeksOf } from './days.ts';

/** A month of days to tap: worn is a notch, washed a ring. Days to come cannot be told. */
export function WearCalendar({ item }: { item: Item }) {
  const t = useTranslate();
  const [month, setMonth] = useState(monthOf(today()));
  const weeks = weeksOf(month, firstWeekday(t.locale));
  const inside = weeks.flat().filter((day) => day !== null);
  const days = useWearCalendar(inside[0]!, inside.at(-1)!);
  const log = useLogItem(item.id);
  const isIts = ({ item_id }: { item_id: string }) => item_id === item.id;
  const worn = new Map(days.data?.wears.filter(isIts).map(({ worn_on, id }) => [worn_on, id]));
  const washed = new Set(days.data?.washes.filter(isIts).map(({ washed_on }) => washed_on));
  const toggle = (day: string) => {
    const log_id = worn.get(day);
    log.mutate(log_id === undefined ? { did: 'worn', on: day } : { did: 'worn', log_id });
  };
  const name = new Intl.DateTimeFormat(t.locale, { month: 'long', year: 'numeric' }).format(new Date(`${month}-15T12:00`));
  return (
    <div className="calendar">
      <div className="row between">
        <Button look="quiet" onClick={() => setMonth(monthsLater(month, -1))}>
          {t('wardrobe.month_before')}
        </Button>
        <p className="b" role="status">
          {name}
        </p>
        <Button look="quiet" disabled={month >= monthOf(today())} onClick={() => setMonth(monthsLater(month, 1))}>
          {t('wardrobe.month_after')}
        </Button>
      </div>
      <table aria-label={t('wardrobe.worn_days', { month: name })} aria-busy={days.isFetching}>
        <thead>
          <tr>
            {weeks[1]!.map((day) => (
              <th key={day} scope="col" className="micro faint">
                {new Intl.DateTimeFormat(t.locale, { weekday: 'narrow' }).format(new Date(`${day}T12:00`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, at) => (
                <td key={day ?? `none-${at}`}>
                  {day && (
                    <button
                      type="button"
                      aria-pressed={worn.has(day)}
                      data-washed={washed.has(day) || undefined}
                      disabled={day > today()}
                      aria-label={dayText(t, day, washed.has(day))}
                      onClick={() => toggle(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="micro faint">{t('wardrobe.calendar_key')}</p>
      {(log.error ?? days.error) && <ErrorNotice error={log.error ?? days.error} />}
    </div>
  );
}

function dayText(t: ReturnType<typeof useTranslate>, day: string, is_washed: boolean): string {
  const date = new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'long' }).format(new Date(`${day}T12:00`));
  return is_washed ? t('wardrobe.day_washed', { date }) : t('wardrobe.day_worn', { date });
}
