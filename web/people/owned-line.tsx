import { useEffect, useRef, useState } from 'react';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import { useAddOwnedGarment, useChangeOwnedGarment, useRemoveOwnedGarment } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { useSay } from '#web/design/say.tsx';
import { useEscape } from '#web/design/use-escape.ts';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { errorText } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { OwnedForm } from './owned-form.tsx';

interface Props {
  profile_id: string;
  garment: OwnedGarment;
}

/** A garment at home, to be corrected in its own place or taken away; both have a way back. */
export function OwnedLine({ profile_id, garment, is_first_open = false }: Props & { is_first_open?: boolean }) {
  const t = useTranslate();
  const say = useSay();
  const change = useChangeOwnedGarment(profile_id);
  const [is_open, setOpen] = useState(is_first_open);
  const opener = useFocusBack(is_open);
  const remove = useRemoving({ profile_id, garment });
  const close = () => setOpen(false);
  const { id, brand, category, size, overall, sizing = null, is_chart_known } = garment;
  const saved = () => {
    close();
    const undo = () => change.mutate({ owned_id: id, body: { brand, category, size, overall, sizing } });
    say(t('owned.changed'), { action: { label: t('owned.undo'), run: undo } });
  };
  const trouble = remove.error ?? change.error;
  if (is_open) return <OpenLine {...{ profile_id, garment }} onSaved={saved} onClose={close} />;
  return (
    <li>
      <div className="garment cloth" aria-hidden="true">
        <GarmentOutline category={category} />
      </div>
      <p className="small">
        <span className="b">{brand}</span> {garment.description}
        <br />
        <span className={is_chart_known ? 'quiet' : 'quiet guess'}>
          {t('owned.line', { kind: t(`category.${category}`), size, feel: t(`feel.${overall}`) })}
        </span>
        {!is_chart_known && (
          <>
            <br />
            <span className="micro faint">{t('owned.no_chart')}</span>
          </>
        )}
        {trouble && (
          <>
            <br />
            <span className="you">{errorText(t, trouble)}</span>
          </>
        )}
      </p>
      <div className="owned-acts">
        <Button ref={opener} look="link" onClick={() => setOpen(true)} aria-label={t('owned.edit_named', { brand, size })}>
          {t('owned.edit')}
        </Button>
        <Button look="link" is_busy={remove.isPending} onClick={remove.run} aria-label={t('owned.remove_named', { brand, size })}>
          {t('owned.remove')}
        </Button>
      </div>
    </li>
  );
}

function OpenLine({ profile_id, garment, onSaved, onClose }: Props & { onSaved: () => void; onClose: () => void }) {
  const t = useTranslate();
  const line = useRef<HTMLLIElement>(null);
  useEscape(line, onClose);
  useEffect(() => line.current?.querySelector('input')?.focus(), []);
  return (
    <li ref={line} className="is-open">
      <OwnedForm {...{ profile_id, garment, onSaved }} category={garment.category} submit={t('you.save_one')} asks_fit />
      <Button look="link" onClick={onClose}>
        {t('app.cancel')}
      </Button>
    </li>
  );
}

function useRemoving({ profile_id, garment }: Props) {
  const t = useTranslate();
  const say = useSay();
  const remove = useRemoveOwnedGarment(profile_id);
  const add = useAddOwnedGarment(profile_id);
  const { id, created_at: _created_at, is_chart_known: _is_chart_known, ...again } = garment;
  const removed = t('owned.removed', { brand: garment.brand, size: garment.size });
  const run = () =>
    remove.mutate(id, {
      onSuccess: () => say(removed, { action: { label: t('owned.undo'), run: () => add.mutate(again) } }),
    });
  return { run, error: remove.error, isPending: remove.isPending };
}
