import { useState } from 'react';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { ApiError } from '#contract/client.ts';
import { useAdvice, useFitting } from '#web/api/fitting-queries.ts';
import { OtherRoads } from '#web/catalog/other-roads.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { FitQuestions } from '#web/inbox/fit-questions.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AskingAdvice } from './asking-advice.tsx';
import { kindOfAdvice, suretyOf, suretyWord } from './read-advice.ts';
import { SureAdvice } from './sure-advice.tsx';
import { useAnnounceChange } from './use-announce-change.ts';

/** The answer of a fitting, in whichever of its states it is. */
export function AdvicePage({ session_id }: { session_id: string }) {
  const t = useTranslate();
  const fitting = useFitting(session_id);
  const advice = useAdvice(session_id);
  const error = fitting.error ?? advice.error;
  useAnnounceChange(advice.data);
  if (fitting.data && advice.data) {
    return (
      <div className="wrap">
        <Titled fitting={fitting.data} advice={advice.data} />
      </div>
    );
  }
  // Somebody else's fitting and none at all look alike; an address that was never one is refused as invalid.
  if (error instanceof ApiError && ['request.not_found', 'request.invalid'].includes(error.body.code)) return <MissingPage is_fitting />;
  return (
    <div className="wrap">
      <PageTitle page={t('fitting.page')} />
      {error ? (
        <Failed
          error={error}
          onRetry={() => {
            void fitting.refetch();
            void advice.refetch();
          }}
        />
      ) : (
        <LoadingGarment text={t('fitting.loading')} />
      )}
    </div>
  );
}

function Titled({ fitting, advice }: { fitting: Fitting; advice: SizeAdvice }) {
  const t = useTranslate();
  // Told meanwhile, its answer still stands to be seen and changed, whatever the advice is by then.
  const [is_untold] = useState(fitting.outcome === null);
  const size = advice.recommended_size;
  const kind = kindOfAdvice(advice);
  const product = fitting.product_name;
  const page = size === null ? product : t('fitting.page_size', { size, word: suretyWord(suretyOf(advice)), product });
  return (
    <>
      <PageTitle page={page} />
      {is_untold && <FitQuestions session_id={fitting.session_id} />}
      {size === null || kind === 'nothing_known' || kind === 'no_chart' ? (
        <AskingAdvice fitting={fitting} advice={advice} />
      ) : (
        <SureAdvice fitting={fitting} advice={advice} size={size} />
      )}
    </>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslate();
  return (
    <>
      <div className="column">
        <h1 className="display head">{t('error.title')}</h1>
        <ErrorNotice error={error} onRetry={onRetry} />
      </div>
      {/* Only when it is the shop's page that failed do the other roads lead anywhere. */}
      {error instanceof ApiError && error.body.code.startsWith('catalog.') && <OtherRoads />}
    </>
  );
}
