import { type CSSProperties, useId } from 'react';
import type { SizeAdvice } from '#contract/fit.ts';
import { useWidth } from '#web/design/use-width.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import { lengthText } from './format-length.ts';
import { GaugeDrawing } from './gauge-drawing.tsx';
import { GaugeRowLabel } from './gauge-row-label.tsx';
import { type Gauge, layGauge } from './lay-gauge.ts';
import { isLength, isZoneKnown } from './read-advice.ts';

interface Props {
  dimensions: SizeAdvice['dimensions'];
  /** Smallest first. */
  sizes: string[];
  chosen: string;
  compared: string | null;
  onChoose: (size: string) => void;
}

/** px; from here on the labels and verdicts have room for their longer words. */
const wide_from = 560;
/** px; under a narrower track the three words at the foot need two lines. */
const one_line_from = 230;

/** The reason in one picture: bodies, good zones and every size as a seam through them. */
export function SeamGauge({ dimensions, sizes, chosen, compared, onChoose }: Props) {
  const [element, width] = useWidth<HTMLDivElement>();
  const is_wide = width >= wide_from;
  const measures = is_wide ? { label: 132, verdict: 150, row_height: 76 } : { label: 74, verdict: 84, row_height: 62 };
  const track = width - measures.label - measures.verdict;
  const foot = track < one_line_from ? 50 : 34;
  const head = 44;
  const gauge =
    track > 0 ? layGauge({ dimensions, sizes, chosen, compared, width: track, row_height: measures.row_height, head, foot }) : null;
  const is_population = dimensions.every(({ zone_basis }) => zone_basis === 'population');
  return (
    <div className={is_wide ? 'gauge is-wide' : 'gauge'} style={{ '--rows': dimensions.length } as CSSProperties} ref={element}>
      {gauge && (
        <div
          className="gauge-grid"
          style={{
            gridTemplateColumns: `${measures.label}px 1fr ${measures.verdict}px`,
            gridAutoRows: measures.row_height,
            paddingTop: head,
            paddingBottom: foot,
          }}
        >
          <GaugeDrawing {...{ gauge, dimensions, head, foot, is_population }} left={measures.label} />
          {dimensions.map((dimension, index) => (
            <GaugeRowLabel key={dimension.name} {...{ dimension, chosen, is_wide }} row={index + 1} />
          ))}
          <GaugePicks {...{ gauge, head, chosen, onChoose }} left={measures.label} />
        </div>
      )}
      <Verdicts dimensions={dimensions} chosen={chosen} />
    </div>
  );
}

interface PicksProps {
  gauge: Gauge;
  left: number;
  head: number;
  chosen: string;
  onChoose: (size: string) => void;
}

/** The letters at the head, as one group of radios over the drawing. */
function GaugePicks({ gauge, left, head, chosen, onChoose }: PicksProps) {
  const t = useTranslate();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('gauge.compare')}>
      {gauge.letters.map(({ size, x }) => (
        <span key={size} className="gpick" style={{ insetInlineStart: left + x - 22, top: head - 52 }}>
          <input
            type="radio"
            name={name}
            checked={size === chosen}
            onChange={() => onChoose(size)}
            aria-label={t('gauge.show', { size })}
          />
        </span>
      ))}
    </div>
  );
}

/** Reads the verdicts of a newly chosen size out, because the picture is hidden from screen readers. */
function Verdicts({ dimensions, chosen }: Pick<Props, 'dimensions' | 'chosen'>) {
  const t = useTranslate();
  const { units } = useUnits();
  const parts = dimensions.flatMap(({ name, sizes, zone_basis }) => {
    const at = sizes[chosen];
    if (!at) return [];
    const verdict = t(isLength(name) ? 'verdict.length' : 'verdict.girth', {
      verdict: at.verdict,
      likely: isZoneKnown({ zone_basis }) ? 'no' : 'yes',
    });
    return [
      `${t('gauge.verdict_item', { dimension: t(`dimension.${name}`), verdict: verdict.toLocaleLowerCase(t.locale) })}, ${lengthText(t, at.garment_cm, units)}`,
    ];
  });
  return (
    <p className="sr" aria-live="polite">
      {t('gauge.verdicts', { size: chosen, list: parts.join('; ') })}
    </p>
  );
}
