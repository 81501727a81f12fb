import { useEffect, useRef, useState } from 'react';
import type { Fitting } from '#contract/fit.ts';
import type { ToldTry } from '#contract/tries.ts';
import { type Bought, useSeenTries, useTellBought, useTries } from '#web/api/try-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { TakeBackTry } from '#web/people/take-back-try.tsx';

const ways: Bought['what'][] = ['kept', 'too_small', 'too_large'];

/** For whoever bought this garment somewhere: kept, or sent back for its size. Opened and tapped, it is told. */
export function BoughtIt({ fitting, advised }: { fitting: Fitting; advised: string | null }) {
  const t = useTranslate();
  const summary = useRef<HTMLElement>(null);
  const was_told = useSeenTries(fitting.profile_id).some((one) => isBought(one, fitting));
  const [is_open, setOpen] = useState(was_told);
  useEffect(() => {
    // What was told may have made another advice of it, and this place is drawn anew there: what was pressed is gone.
    if (was_told && document.activeElement === document.body) summary.current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is drawn
  }, []);
  return (
    <details className="sect bought" open={is_open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary ref={summary} className="link small">
        {t('bought.title')}
      </summary>
      {is_open && <Telling {...{ fitting, advised }} onDone={() => summary.current?.focus()} />}
    </details>
  );
}

interface TellingProps {
  fitting: Fitting;
  advised: string | null;
  /** What was pressed is gone by then. */
  onDone: () => void;
}

const isBought = ({ session_id, product_id }: ToldTry, fitting: Fitting): boolean =>
  session_id === null && product_id === fitting.product_id;

function Telling({ fitting, advised, onDone }: TellingProps) {
  const t = useTranslate();
  const say = useSay();
  const { profile_id, product_id, size_options: sizes } = fitting;
  const tries = useTries(profile_id);
  const tell = useTellBought(profile_id);
  const [size, setSize] = useState(
    () => tries.data?.tries.find((one) => isBought(one, fitting))?.size_tried ?? advised ?? sizes[0] ?? null,
  );
  const told = tries.data?.tries.find((one) => isBought(one, fitting) && one.size_tried === size);
  // Its buttons make room for what was said before the answer is through; a callback of `mutate` would be gone with them.
  const send = (what: Bought['what']) => {
    if (size === null || tell.isPending) return;
    const settle = () => {
      // It stands there to be read; where the advice changes too, that is said.
      say(t('bought.saved'), { is_quiet: true });
      onDone();
    };
    void tell.mutateAsync({ product_id, size, what }).then(settle, () => undefined);
  };
  if (size === null) return null;
  return (
    <div className="bought-in">
      <Radios
        look="sizes"
        legend={t('bought.size')}
        value={size}
        onChange={setSize}
        options={sizes.map((one) => ({ value: one, label: one }))}
      />
      {told ? (
        <p className="row wraps">
          <span className="known">
            {t('bought.told', { size, said: told.would_keep ? 'kept' : (told.fit_feedback?.overall ?? 'other') })}
          </span>
          <TakeBackTry told={told} profile_id={profile_id} onTakenBack={onDone} />
        </p>
      ) : (
        <div className="row wraps" role="group" aria-label={t('bought.question', { size })}>
          {ways.map((what) => (
            <Button key={what} look="quiet" is_busy={tell.isPending && tell.variables.what === what} onClick={() => send(what)}>
              {t(`bought.${what}`)}
            </Button>
          ))}
        </div>
      )}
      {tell.error && <ErrorNotice error={tell.error} />}
      {tries.error && <ErrorNotice error={tries.error} onRetry={() => void tries.refetch()} />}
    </div>
  );
}
