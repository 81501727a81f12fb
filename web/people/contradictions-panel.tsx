import { useRef, useState } from 'react';
import type { Contradiction } from '#contract/fit.ts';
import { useChangeMeasurements, useContradictions, useOwnedGarments } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { CorrectLink } from '#web/fitting/correct-link.tsx';
import { reasonText } from '#web/fitting/reason-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { keepBoth, nameOf, readKeptBoth } from './kept-both.ts';
import { measure_at } from './read-correction.ts';
import { useUnits } from './units-context.ts';
import { useRemoveOwned } from './use-remove-owned.ts';

/** What was told and does not go together, as a question: put one right, let one go, or keep both. Nothing is changed unasked. */
export function ContradictionsPanel({ profile_id }: { profile_id: string }) {
  const t = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  const found = useContradictions(profile_id).data?.contradictions ?? [];
  const [kept, setKept] = useState(readKeptBoth);
  const open = found.filter((one) => !kept.includes(nameOf(profile_id, one)));
  const keep = (one: Contradiction) => {
    keepBoth(nameOf(profile_id, one));
    setKept([...kept, nameOf(profile_id, one)]);
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className="odd-pair">
      {open.length > 0 && (
        <section className="boxed" aria-labelledby="odd">
          <h2 className="display title" id="odd">
            {t('odd.title')}
          </h2>
          {open.map((one) => (
            <Question key={nameOf(profile_id, one)} {...{ one, profile_id }} onKeep={() => keep(one)} />
          ))}
        </section>
      )}
    </div>
  );
}

interface Props {
  one: Contradiction;
  profile_id: string;
}

function Question({ one, profile_id, onKeep }: Props & { onKeep: () => void }) {
  const t = useTranslate();
  const { units } = useUnits();
  return (
    <div className="stack" style={{ '--s': '10px' } as React.CSSProperties}>
      <p>{reasonText(t, one, units)}</p>
      <div className="row wraps wide-gap">
        <CorrectLink reason={one} profile_id={profile_id} />
        {one.what === 'measurement' ? <ForgetMeasure {...{ one, profile_id }} /> : <RemoveGarment {...{ one, profile_id }} />}
        <Button look="link" onClick={onKeep}>
          {t('odd.keep_both')}
        </Button>
      </div>
    </div>
  );
}

function ForgetMeasure({ one, profile_id }: { one: Extract<Contradiction, { what: 'measurement' }>; profile_id: string }) {
  const t = useTranslate();
  const say = useSay();
  const forget = useChangeMeasurements(profile_id);
  const field = measure_at[one.name];
  if (!field) return null;
  const undo = { label: t('owned.undo'), run: () => forget.mutate({ [field]: one.told_cm }) };
  const run = () => forget.mutate({ [field]: null }, { onSuccess: () => say(t('odd.measure_gone'), { action: undo }) });
  return (
    <>
      <Button look="link" is_busy={forget.isPending} onClick={run}>
        {t('odd.forget_measure')}
      </Button>
      {forget.error && <ErrorNotice error={forget.error} />}
    </>
  );
}

function RemoveGarment({ one, profile_id }: { one: Extract<Contradiction, { what: 'garment' }>; profile_id: string }) {
  const t = useTranslate();
  const remove = useRemoveOwned(profile_id);
  const garment = useOwnedGarments(profile_id).data?.owned_garments.find(({ id }) => id === one.owned_id);
  // What was said in a fitting is taken back further down, after asking.
  if (!garment) return null;
  return (
    <>
      <Button look="link" is_busy={remove.isPending} onClick={() => remove.run(garment)}>
        {t('odd.remove_garment', { brand: one.brand, size: one.size })}
      </Button>
      {remove.error && <ErrorNotice error={remove.error} />}
    </>
  );
}
