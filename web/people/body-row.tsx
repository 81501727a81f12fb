import { useEffect, useRef } from 'react';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Icon } from '#web/design/icon.tsx';
import { useSay } from '#web/design/say.tsx';
import { useEscape } from '#web/design/use-escape.ts';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { fieldTexts } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Translate } from '#web/messages/translate.ts';
import { MeasureField } from './measure-field.tsx';
import { fromWire, type Measure, type Units } from './units.ts';
import { useMeasureForm } from './use-measure-form.ts';
import { useUnits } from './units-context.ts';

interface Props {
  profile_id: string;
  name: Measure;
  value: number | null;
  /** What the size model makes of it when nobody measured. */
  estimate_cm: number | null;
  is_open: boolean;
  onOpen: (is_open: boolean) => void;
}

/** One measure and its pen; opened, it is a field in its own place. */
export function BodyRow({ profile_id, name, value, estimate_cm, is_open, onOpen }: Props) {
  const t = useTranslate();
  const { units } = useUnits();
  const pen = useFocusBack(is_open);
  if (is_open) return <OpenRow {...{ profile_id, name, is_known: value !== null }} onClose={() => onOpen(false)} />;
  const label = t(`measure.${name}`);
  return (
    <li className="body-row">
      <span>{label}</span>
      {value !== null && <span className="num known">{valueText(t, name, value, units)}</span>}
      {value === null && estimate_cm !== null && (
        <span className="num guess">{t('you.about', { value: valueText(t, name, Math.round(estimate_cm), units) })}</span>
      )}
      {value === null && estimate_cm === null && <span className="faint">{t('you.not_told')}</span>}
      <button ref={pen} type="button" className="tool" aria-label={t('you.edit_named', { name: label })} onClick={() => onOpen(true)}>
        <Icon name="pen" size_px={18} />
      </button>
    </li>
  );
}

function OpenRow({ profile_id, name, is_known, onClose }: { profile_id: string; name: Measure; is_known: boolean; onClose: () => void }) {
  const t = useTranslate();
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const saved = () => {
    say(t('you.saved'));
    onClose();
  };
  const { units, change, is_empty, save, draft, beSure, textOf, troubleOf } = useMeasureForm({ profile_id, names: [name], onSaved: saved });
  useEffect(() => {
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);
  useEscape(form, onClose);
  const refusal = fieldTexts(t, change.error)[name];
  const forget = () => change.mutate({ [name]: null }, { onSuccess: saved });
  return (
    <li>
      <form ref={form} className="body-form" noValidate onSubmit={save}>
        <MeasureField
          name={name}
          units={units}
          text={textOf(name)}
          trouble={troubleOf(name)}
          refusal={refusal ?? (is_empty ? t('ask.none') : undefined)}
          onText={(text) => draft(name, text)}
          onSure={() => beSure(name)}
        />
        {change.error && !refusal && <ErrorNotice error={change.error} />}
        <div className="row wraps">
          <Button type="submit" is_busy={change.isPending}>
            {t('you.save_one')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          {is_known && (
            <Button look="link" onClick={forget}>
              {t('you.forget_one')}
            </Button>
          )}
        </div>
      </form>
    </li>
  );
}

function valueText(t: Translate, name: Measure, value: number, units: Units): string {
  const shown = t.number(fromWire(name, value, units));
  if (name === 'age') return t('unit.age', { value: shown });
  return t(name === 'weight_kg' ? 'unit.weight' : 'unit.length', { value: shown, units });
}
