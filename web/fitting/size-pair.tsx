import type { AdviceDimension, SizeAdvice } from '#contract/fit.ts';
import { Surety } from '#web/design/surety.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import { lengthText } from './format-length.ts';
import { isLength, isZoneKnown } from './read-advice.ts';

/** `tie`: the smaller size first. */
interface Props {
  tie: [string, string];
  advice: SizeAdvice;
}

/** Two sizes that both do, side by side: what differs, and how sure of each. */
export function SizePair({ tie: [small, large], advice }: Props) {
  const t = useTranslate();
  const { dimensions, all_scores } = advice;
  return (
    <section className="sect">
      <h2 className="display title">{t('fitting.pair', { small, large })}</h2>
      <div className="pair">
        {[small, large].map((size) => (
          <div key={size} className="stack" style={{ '--s': '6px' } as React.CSSProperties}>
            <p className="display size">{size}</p>
            <Ease size={size} dimensions={dimensions} word={t(size === small ? 'fitting.pair_close' : 'fitting.pair_relaxed')} />
            <Differences size={size} other={size === small ? large : small} dimensions={dimensions} />
            <Surety confidence={all_scores[size]?.score ?? 0} has_word={false} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** Garment minus body, where a girth has both. */
function Ease({ size, word, dimensions }: { size: string; word: string; dimensions: AdviceDimension[] }) {
  const t = useTranslate();
  const { units } = useUnits();
  const girth = dimensions.find(({ name, body_cm, sizes }) => !isLength(name) && body_cm !== undefined && sizes[size]);
  if (!girth) return <p className="b small">{word}</p>;
  const ease = lengthText(t, girth.sizes[size]!.garment_cm - girth.body_cm!, units);
  return <p className="b small">{t('fitting.pair_ease', { word, ease, dimension: t.within(t(`dimension.${girth.name}`)) })}</p>;
}

/** Where the two sizes are judged differently. */
function Differences({ size, other, dimensions }: { size: string; other: string; dimensions: AdviceDimension[] }) {
  const t = useTranslate();
  const told = dimensions
    .filter(({ sizes }) => sizes[size] && sizes[size]?.verdict !== sizes[other]?.verdict)
    .map(({ name, sizes, zone_basis }) => {
      const verdict = t(isLength(name) ? 'verdict.length' : 'verdict.girth', {
        verdict: sizes[size]!.verdict,
        likely: isZoneKnown({ zone_basis }) ? 'no' : 'yes',
      });
      return t('gauge.verdict_item', { dimension: t(`dimension.${name}`), verdict: verdict.toLocaleLowerCase(t.locale) });
    });
  return told.length > 0 ? <p className="small quiet">{told.join('. ')}.</p> : null;
}
