import type { ModelVersion } from '#contract/models.ts';
import { layTrend, type TrendPoint } from './lay-trend.ts';
import type { WatchedFigure } from './read-model.ts';

/** px */
const place = { width: 132, height: 48, margin: 7 };
/** px; the shown version is told by size, not by colour alone. */
const radius = { shown: 4.5, other: 2.5 };

/** A figure over all versions. Hidden from screen readers: the list of versions has every value. */
export function TrendLine({ versions, figure, shown }: { versions: ModelVersion[]; figure: WatchedFigure; shown: number }) {
  const { points, line, line_before } = layTrend(versions, figure, place);
  return (
    <svg
      className="model-drawing"
      aria-hidden="true"
      width={place.width}
      height={place.height}
      viewBox={`0 0 ${place.width} ${place.height}`}
    >
      {points.length > 1 && <path className="trend-before" d={line_before} />}
      {points.length > 1 && <path className="trend-line" d={line} />}
      {points.map((point) => (
        <circle
          key={point.version}
          cx={point.x}
          cy={point.y}
          r={point.version === shown ? radius.shown : radius.other}
          className={classOf(point, shown)}
        />
      ))}
    </svg>
  );
}

const classOf = ({ version, state }: TrendPoint, shown: number): string =>
  `trend-mark ${version === shown ? 'is-shown' : ''} ${state === 'promoted' || state === 'retired' ? 'was-in-use' : ''}`;
