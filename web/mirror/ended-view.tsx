import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ErasureReceipt as Receipt } from '#contract/people.ts';
import type { TryOnProblem, TryOnSession } from '#contract/tryon.ts';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ErasureReceipt } from '#web/people/erasure-receipt.tsx';
import { searchOfSession } from './mirror-search.ts';

interface Props {
  why: 'failed' | 'cancelled' | 'deleted' | 'expired';
  session?: TryOnSession;
  /** All photos were deleted, and this says so. */
  receipt?: Receipt;
}

/** Where another photo may help. */
const of_photo: readonly TryOnProblem[] = ['tryon.photo_expired', 'tryon.gave_up', 'tryon.render_failed'];

/** A try-on without a look: what became of it, and the way on. */
export function EndedView({ why, session, receipt }: Props) {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const error = session?.error;
  const { photo, ...others } = session && why !== 'deleted' ? searchOfSession(session) : {};
  const is_photo_kept = photo !== undefined && !(error && of_photo.includes(error.code));
  return (
    <div className="wrap column">
      <PageTitle page={t('mirror.page')} />
      <h1 className="display head" ref={heading} tabIndex={-1}>
        {t(`mirror.${why}`)}
      </h1>
      <p>{error ? (t.ofCode(error.code) ?? error.message) : t(receipt ? 'mirror.photos_deleted' : `mirror.${why}_means`)}</p>
      {receipt && (
        <div role="status">
          <ErasureReceipt receipt={receipt} />
        </div>
      )}
      <p>
        <Link className="btn ink" to="/mirror" search={is_photo_kept ? { ...others, photo } : others}>
          {t('mirror.again')}
        </Link>
      </p>
      <p className="row wraps wide-gap">
        <Link className="link small" to="/looks">
          {t('looks.page')}
        </Link>
        <Link className="link small" to="/wardrobe">
          {t('wardrobe.page')}
        </Link>
      </p>
    </div>
  );
}
