import { useState } from 'react';
import type { Item } from '#contract/wardrobe.ts';
import { useLogItem, useWearCalendar } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { Chip } from '#web/design/chip.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { firstWeekday, monthOf, monthsLater, today, weeksOf } from './days.ts';

/** A month of days to tap: worn is filled, washed a ring, and which of them a tap notes is chosen. Days to come cannot be told. */
export function WearCalendar({ item }: { item: Item }) {
  const t = useTranslate();
  const [month, setMonth] = useState(monthOf(today()));
  const weeks = weeksOf(month, firstWeekday(t.locale));
  const inside = weeks.flat().filter((day) => day !== null);
  const days = useWearCalendar(inside[0]!, inside.at(-1)!);
  const log = useLogItem(item.id);
  const [did, setDid] = useState<'worn' | 'washed'>('worn');
  const isIts = ({ item_id }: { item_id: string }) => item_id === item.id;
  const worn = new Map(days.data?.wears.filter(isIts).map(({ worn_on, id }) => [worn_on, id]));
  const washed = new Map(days.data?.washes.filter(isIts).map(({ washed_on, id }) => [washed_on, id]));
  const toggle = (day: string) => {
    const log_id = (did === 'worn' ? worn : washed).get(day);
    // Noted a moment ago: what it is called is not known yet.
    if (log_id !== '') log.mutate({ did, on: day, log_id });
  };
  const name = new Intl.DateTimeFormat(t.locale, { month: 'long', year: 'numeric' }).format(new Date(`${month}-15T12:00`));
  return (
    <div className="calendar">
      <div className="row wraps" role="group" aria-label={t('wardrobe.a_tap_notes')}>
        {(['worn', 'washed'] as const).map((one) => (
          <Chip key={one} label={t(`wardrobe.did_${one}`)} is_chosen={did === one} onChange={() => setDid(one)} />
        ))}
      </div>
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
                      aria-pressed={(did === 'worn' ? worn : washed).has(day)}
                      data-worn={worn.has(day) || undefined}
                      data-washed={washed.has(day) || undefined}
                      disabled={day > today()}
                      aria-label={dayText(t, day, did, washed.has(day))}
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

function dayText(t: ReturnType<typeof useTranslate>, day: string, did: 'worn' | 'washed', is_washed: boolean): string {
  const date = new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'long' }).format(new Date(`${day}T12:00`));
  if (did === 'washed') return t('wardrobe.day_wash', { date });
  return is_washed ? t('wardrobe.day_washed', { date }) : t('wardrobe.day_worn', { date });
}
