import { Link } from '@tanstack/react-router';
import type { Item } from '#contract/wardrobe.ts';
import { isBeingMade, useCleanBackground } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Doubts that say what to do about the photo, the first counts; the others only ask for a look at the cut. A person often is two things, too. */
const told_doubts = ['person', 'two_things', 'nothing_apart'] as const;

/** What was no fault of the photo's, so that the same one may come out well another time. */
const can_be_retried: ReadonlySet<string> = new Set(['garments.cut_out_unavailable', 'garments.gave_up']);

/** Tells whether the notice leads to the brushes itself. */
export const noticeOffersFix = (item: Item): boolean =>
  !isBeingMade(item) && item.photo.state === 'ready' && (item.photo.problem !== null || item.photo.clean_state === 'doubtful');

/** Says where the picture is on its way, and what to do when it did not go well. */
export function PictureNotice({ item }: { item: Item }) {
  const t = useTranslate();
  const clean = useCleanBackground(item.id);
  const { id, photo, background_cleaned } = item;
  const doubt = told_doubts.find((one) => photo.doubts.includes(one)) ?? 'other';
  if (isBeingMade(item))
    return (
      <p className="small quiet" role="status">
        {t('wardrobe.preparing')}
      </p>
    );
  if (photo.problem)
    return (
      <p className="small" role="alert">
        {t.ofCode(photo.problem.code) ?? photo.problem.message}{' '}
        {photo.state === 'ready' && can_be_retried.has(photo.problem.code) && (
          <>
            <Button look="link" is_busy={clean.isPending} onClick={() => clean.mutate({})}>
              {t('add.retry')}
            </Button>{' '}
          </>
        )}
        <Link className="link" to="/wardrobe/add" search={{ for: id }}>
          {t('fix.retake')}
        </Link>
        {photo.state === 'ready' && (
          <>
            {' '}
            <Link className="link" to="/wardrobe/$id/fix" params={{ id }}>
              {t('fix.title')}
            </Link>
          </>
        )}
      </p>
    );
  if (photo.clean_state === 'doubtful')
    return (
      <p className="small">
        {t('wardrobe.doubt', { doubt })}{' '}
        {doubt !== 'other' && (
          <>
            <Link className="link" to="/wardrobe/add" search={{ for: id }}>
              {t('fix.retake')}
            </Link>{' '}
          </>
        )}
        <Link className="link" to="/wardrobe/$id/fix" params={{ id }}>
          {t('fix.title')}
        </Link>
      </p>
    );
  if (photo.state === 'ready' && !background_cleaned)
    return (
      <div>
        <Button look="link" is_busy={clean.isPending} onClick={() => clean.mutate({})}>
          {t('wardrobe.clean_it')}
        </Button>
        {clean.error && <ErrorNotice error={clean.error} />}
      </div>
    );
  return null;
}
