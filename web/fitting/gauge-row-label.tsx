import type { AdviceDimension } from '#contract/fit.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import { bareLength, lengthText } from './format-length.ts';
import { isLength, isZoneKnown } from './read-advice.ts';

interface Props {
  dimension: AdviceDimension;
  chosen: string;
  row: number;
  is_wide: boolean;
}

/** Left of the track: the dimension, body and ease. Right of it: how the chosen size sits there. Read out elsewhere. */
export function GaugeRowLabel({ dimension, chosen, row, is_wide }: Props) {
  const t = useTranslate();
  const { units } = useUnits();
  const { name, body_cm, body_basis, zone_basis, garment_basis, sizes } = dimension;
  const at = sizes[chosen];
  const body = body_cm === undefined ? '' : bareLength(t, body_cm, units);
  const ease_cm = at && body_cm !== undefined ? at.garment_cm - body_cm : null;
  const measured =
    ease_cm === null
      ? body
      : t(is_wide ? 'gauge.body_wide' : 'gauge.body', {
          body,
          sign: ease_cm < 0 ? '−' : '+',
          ease: bareLength(t, Math.abs(ease_cm), units),
        });
  const verdict =
    at &&
    t(isLength(name) ? 'verdict.length' : 'verdict.girth', { verdict: at.verdict, likely: isZoneKnown({ zone_basis }) ? 'no' : 'yes' });
  return (
    <>
      <div className="lab" aria-hidden="true" style={{ gridRow: row }}>
        <b>{t(`dimension.${name}`)}</b>
        {body && <small>{body_basis === 'estimated' ? t('gauge.about', { body }) : measured}</small>}
      </div>
      <div className="ver" aria-hidden="true" style={{ gridRow: row }}>
        <b>{verdict}</b>
        {at && <small className={garment_basis === 'chart' ? 'guess' : undefined}>{lengthText(t, at.garment_cm, units)}</small>}
      </div>
    </>
  );
}
