import { useState } from 'react';
import { ApiError } from '#contract/client.ts';
import type { ErasureReceipt } from '#contract/people.ts';
import { isBeingMade, usePersonPhoto, useTryOn } from '#web/api/mirror-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { EndedView } from './ended-view.tsx';
import { LookView } from './look-view.tsx';
import { mannequinUrl } from './mirror-search.ts';
import { WorkingView } from './working-view.tsx';

/** One try-on, from the line to the look; what came to nothing says why. */
export function LookPage({ id }: { id: string }) {
  const t = useTranslate();
  const found = useTryOn(id);
  const session = found.data;
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null);
  const photo = usePersonPhoto(session && session.status !== 'expired' ? session.photo_id : null);
  // Told before, but deleted since: not shown any more.
  const photo_url = session?.mannequin ? mannequinUrl(session.mannequin) : photo.error ? null : (photo.data?.url ?? null);
  if (receipt) return <EndedView why="deleted" receipt={receipt} />;
  if (found.error instanceof ApiError && found.error.status === 410) return <EndedView why="expired" />;
  if (found.error instanceof ApiError && found.error.status === 404) return <MissingPage />;
  if (!session)
    return (
      <div className="wrap">
        <PageTitle page={t('mirror.page')} />
        {found.error ? (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingGarment text={t('app.loading')} />
        )}
      </div>
    );
  if (isBeingMade(session)) return <WorkingView session={session} photo_url={photo_url} />;
  if (session.status === 'completed') return <LookView session={session} photo_url={photo_url} onErased={setReceipt} />;
  return (
    <EndedView why={session.status === 'expired' ? 'deleted' : session.status === 'failed' ? 'failed' : 'cancelled'} session={session} />
  );
}
