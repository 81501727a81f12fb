import { useState } from 'react';
import type { Item } from '#contract/wardrobe.ts';
import type { ArchiveReason } from '#contract/wardrobe.ts';
import { useChangeItem, useDeleteItem } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { Disclosure } from '#web/design/disclosure.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemName } from './item-name.ts';

const archive_reasons: readonly ArchiveReason[] = ['does_not_fit', 'worn_out', 'not_my_style', 'stored', 'given_away', 'sold', 'other'];

/** How a garment leaves: into the archive with a reason, which can be undone, or for good, which cannot. */
export function LeavePanel({ item, onDeleted }: { item: Item; onDeleted: () => void }) {
  const t = useTranslate();
  const say = useSay();
  const change = useChangeItem(item.id);
  const remove = useDeleteItem(item.id);
  const [is_asking, setAsking] = useState(false);
  const settle = () => {
    say(t('wardrobe.deleted'));
    onDeleted();
  };
  const confirm = () => void remove.mutateAsync().then(settle, () => undefined);
  const restore = () => change.mutate({ archive_reason: null });
  return (
    <section className="stack" aria-label={t('wardrobe.leave')}>
      {item.archive_reason ? (
        <div className="row wraps">
          <p className="small quiet">{t('wardrobe.archived_because', { reason: t.within(t(`archive_reason.${item.archive_reason}`)) })}</p>
          <Button look="quiet" is_busy={change.isPending} onClick={restore}>
            {t('wardrobe.restore')}
          </Button>
        </div>
      ) : (
        <Disclosure title={t('wardrobe.archive')}>
          <div className="row wraps">
            {archive_reasons.map((reason) => (
              <Button
                key={reason}
                look="quiet"
                is_busy={change.isPending}
                onClick={() =>
                  change.mutate(
                    { archive_reason: reason },
                    { onSuccess: () => say(t('wardrobe.archived'), { action: { label: t('wardrobe.undo'), run: restore } }) },
                  )
                }
              >
                {t(`archive_reason.${reason}`)}
              </Button>
            ))}
          </div>
        </Disclosure>
      )}
      <p>
        <Button look="link" onClick={() => setAsking(true)}>
          {t('wardrobe.delete')}
        </Button>
      </p>
      {change.error && <ErrorNotice error={change.error} />}
      {is_asking && (
        <ConfirmDialog
          title={t('wardrobe.delete_title', { title: itemName(t, item) })}
          confirm={t('wardrobe.delete_confirm')}
          keep={t('wardrobe.delete_keep')}
          is_busy={remove.isPending}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{t('wardrobe.delete_body')}</p>
          {remove.error && <ErrorNotice error={remove.error} />}
        </ConfirmDialog>
      )}
    </section>
  );
}
