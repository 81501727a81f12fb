import { useEffect, useRef, useState } from 'react';
import type { DimensionName } from '#contract/catalog.ts';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import { useChangeOwnedGarment } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { useSay } from '#web/design/say.tsx';
import { useEscape } from '#web/design/use-escape.ts';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { errorText } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { OwnedForm } from './owned-form.tsx';
import { fromWire } from './units.ts';
import { useUnits } from './units-context.ts';
import { useRemoveOwned } from './use-remove-owned.ts';

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
  const remove = useRemoveOwned(profile_id);
  const close = () => setOpen(false);
  const { id, brand, category, size, overall, sizing = null, garment_cm = null, is_chart_known } = garment;
  const saved = () => {
    close();
    const undo = () => change.mutate({ owned_id: id, body: { brand, category, size, overall, sizing, garment_cm, is_sure: true } });
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
        {garment_cm && <MeasuredText garment_cm={garment_cm} />}
        {!is_chart_known && !garment_cm && (
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
        <Button
          look="link"
          is_busy={remove.isPending}
          onClick={() => remove.run(garment)}
          aria-label={t('owned.remove_named', { brand, size })}
        >
          {t('owned.remove')}
        </Button>
      </div>
    </li>
  );
}

function MeasuredText({ garment_cm }: { garment_cm: NonNullable<OwnedGarment['garment_cm']> }) {
  const t = useTranslate();
  const { units } = useUnits();
  const each = (Object.entries(garment_cm) as [DimensionName, number][]).map(([name, cm]) => {
    const value = t('unit.length', { value: t.number(fromWire('chest_cm', cm, units)), units });
    return t('owned.measured_one', { place: t.within(t(`dimension.${name}`)), value });
  });
  return (
    <>
      <br />
      <span className="micro quiet">{t('owned.measured', { list: t.list(each) })}</span>
    </>
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
