import { type ReactNode, useId, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { ScrollTable } from '#web/design/scroll-table.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  title: string;
  lead?: string;
  query?: { isPending: boolean; error: unknown; refetch: () => unknown };
  children: ReactNode;
}

/** One part of the workroom under its heading: what it holds, or that it is coming, or what went wrong. */
export function Panel({ title, lead, query, children }: Props) {
  const t = useTranslate();
  const id = useId();
  return (
    <section className="work-panel" aria-labelledby={id}>
      <h2 className="display title" id={id}>
        {title}
      </h2>
      {lead && <p className="small quiet">{lead}</p>}
      {query?.isPending && <LoadingGarment text={t('app.loading')} />}
      {Boolean(query?.error) && <ErrorNotice error={query?.error} onRetry={() => void query?.refetch()} />}
      {children}
    </section>
  );
}

/** A table that scrolls by itself where it is wider than the screen; so it can be reached by keyboard. */
export function WideTable({ name, heads, children }: { name: string; heads: string[]; children: ReactNode }) {
  return (
    <ScrollTable name={name} className="work-table" has_fixed_column>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </ScrollTable>
  );
}

const first_limit = 20;
/** As many as one answer holds; who has more looks by the API. */
const limit_max = 100;

/** How much of a list to ask for, and the button that asks for more. */
export function useMore() {
  const t = useTranslate();
  const [limit, setLimit] = useState(first_limit);
  const more = (next_cursor: string | null | undefined) =>
    next_cursor && limit < limit_max ? (
      <div>
        <Button look="link" onClick={() => setLimit(limit_max)}>
          {t('operator.more')}
        </Button>
      </div>
    ) : null;
  return { limit, more };
}

/** Writes a moment as short as this locale does. */
export function useWhen(): (time: string) => string {
  const { locale } = useTranslate();
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  return (time) => format.format(new Date(time));
}
