import { useState } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { GaugeLegend } from './gauge-legend.tsx';
import { GaugeTable } from './gauge-table.tsx';
import { type Advised, isLarger, secondSize } from './read-advice.ts';
import { SeamGauge } from './seam-gauge.tsx';

/** The seam gauge with its legend and its table. Starts at the advised size; another may be looked at. */
export function GaugeSection({ advice, sizes }: { advice: Advised; sizes: string[] }) {
  const t = useTranslate();
  const [looked_at, setLookedAt] = useState<string | null>(null);
  const best = advice.recommended_size;
  const dimensions = advice.dimensions;
  if (best === null || dimensions.length === 0) return null;
  const chosen = looked_at !== null && sizes.includes(looked_at) ? looked_at : best;
  const compared = chosen === best ? (secondSize(advice, sizes)?.size ?? null) : best;
  const ordered = sizes.toSorted((a, b) => Number(isLarger(a, b, { dimensions, sizes })) - Number(isLarger(b, a, { dimensions, sizes })));
  return (
    <>
      <h2 className="sr">{t('fitting.how_each')}</h2>
      <SeamGauge dimensions={dimensions} sizes={ordered} chosen={chosen} compared={compared} onChoose={setLookedAt} />
      <GaugeLegend dimensions={dimensions} />
      <GaugeTable dimensions={dimensions} sizes={sizes} />
    </>
  );
}
