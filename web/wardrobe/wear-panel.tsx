import { useState } from 'react';
import type { Item } from '#contract/wardrobe.ts';
import { useChangeItem, useLogItem } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { Stepper } from '#web/design/stepper.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { today } from './days.ts';
import { WearCalendar } from './wear-calendar.tsx';
import { wearsText } from './wears-text.ts';

/** How often it was worn and washed, with today one tap away and every other day in the calendar. */
export function WearPanel({ item }: { item: Item }) {
  const t = useTranslate();
  const say = useSay();
  const log = useLogItem(item.id);
  const [is_open, setOpen] = useState(false);
  const note = (did: 'worn' | 'washed') => {
    const on = today();
    log.mutate(
      { did, on },
      {
        onSuccess: ({ log_id }) =>
          say(
            t(`wardrobe.noted_${did}`),
            log_id === null ? {} : { action: { label: t('wardrobe.undo'), run: () => log.mutate({ did, on, log_id }) } },
          ),
      },
    );
  };
  const is_worn_today = item.last_worn_on === today();
  return (
    <section aria-label={t('wardrobe.wear')} className="stack">
      <p className="lead">{wearsText(t, item)}</p>
      <p className="small quiet">{washText(t, item)}</p>
      <div className="row wraps">
        <Button look="ink" disabled={is_worn_today} is_busy={log.isPending} onClick={() => note('worn')}>
          {t(is_worn_today ? 'wardrobe.worn_today_already' : 'wardrobe.worn_today')}
        </Button>
        <Button look="quiet" disabled={item.worn_since_wash === 0} is_busy={log.isPending} onClick={() => note('washed')}>
          {t('wardrobe.washed_today')}
        </Button>
        <Button look="link" aria-expanded={is_open} onClick={() => setOpen(!is_open)}>
          {t('wardrobe.calendar')}
        </Button>
      </div>
      {log.error && <ErrorNotice error={log.error} />}
      {is_open && (
        <>
          <WearCalendar item={item} />
          <WashAfter item={item} />
        </>
      )}
    </section>
  );
}

function washText(t: ReturnType<typeof useTranslate>, { worn_since_wash, is_wash_due }: Item): string {
  if (is_wash_due) return t('wardrobe.wash_due', { count: worn_since_wash });
  return t('wardrobe.since_wash', { count: worn_since_wash });
}

/** After how many wears its owner wants to wash it; nought: as is usual for its kind. */
function WashAfter({ item }: { item: Item }) {
  const t = useTranslate();
  const change = useChangeItem(item.id);
  return (
    <Stepper
      label={t('wardrobe.wash_after')}
      value={item.wears_per_wash ?? 0}
      min={0}
      max={100}
      onChange={(wears) => change.mutate({ wears_per_wash: wears === 0 ? null : wears })}
    />
  );
}
