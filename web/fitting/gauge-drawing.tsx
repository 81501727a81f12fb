import { useId } from 'react';
import type { AdviceDimension } from '#contract/fit.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { isZoneKnown } from './read-advice.ts';
import { shortSize } from './short-size.ts';
import type { Gauge, GaugeLetter, GaugeRow, GaugeSeam } from './lay-gauge.ts';

interface Props {
  gauge: Gauge;
  dimensions: AdviceDimension[];
  left: number;
  head: number;
  foot: number;
  /** Nobody's own zone yet: ink on cloth, not thread. */
  is_population: boolean;
}

const ink = 'var(--color-ink)';
const thread = 'var(--color-thread)';
const stroke = {
  chosen: { width: 2.5, opacity: 1, mark: { width: 6.5, height: 10, stroke: 1.5, opacity: 1 } },
  compared: { width: 1.25, opacity: 0.85, mark: { width: 4.5, height: 7, stroke: 1.1, opacity: 1 } },
  other: { width: 1, opacity: 0.34, mark: { width: 4.5, height: 7, stroke: 1.1, opacity: 0.5 } },
} as const;

/** Draws a laid-out seam gauge. Hidden from screen readers: the heading, the radios and the table say it in words. */
export function GaugeDrawing({ gauge, dimensions, left, head, foot, is_population }: Props) {
  const clip = useId();
  return (
    <svg aria-hidden="true" width={gauge.width} height={gauge.height} style={{ insetInlineStart: left }}>
      {gauge.rows.map((row, index) => (
        <Lane key={row.name} row={row} height={lane(gauge, head, foot)} dimension={dimensions[index]!} />
      ))}
      {gauge.rows.map((row) => (
        <Axis key={row.name} row={row} width={gauge.width} />
      ))}
      <clipPath id={clip}>
        <rect x={-2} width={gauge.width + 4} height={gauge.height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {gauge.seams.map((seam) => (
          <Seam key={seam.size} seam={seam} />
        ))}
      </g>
      {gauge.letters.map((letter) => (
        <Letter key={letter.size} letter={letter} y={head - 16} />
      ))}
      <Foot {...{ gauge, foot, is_population }} />
    </svg>
  );
}

const lane = (gauge: Gauge, head: number, foot: number) => (gauge.height - head - foot) / gauge.rows.length;

function Lane({ row, height, dimension }: { row: GaugeRow; height: number; dimension: AdviceDimension }) {
  const [from, to] = row.lane;
  const is_known = isZoneKnown(dimension);
  const is_theirs = dimension.zone_basis !== 'population';
  return (
    <>
      <rect
        x={from}
        y={row.top}
        width={to - from}
        height={height}
        fill={is_theirs ? 'var(--color-wash)' : 'var(--color-cloth)'}
        opacity={is_known ? 1 : is_theirs ? 0.5 : 0.7}
      />
      {row.lane.map((x) => (
        <line
          key={x}
          x1={x}
          x2={x}
          y1={row.top}
          y2={row.top + height}
          stroke={is_theirs ? thread : ink}
          strokeWidth={is_theirs ? 1.75 : 1.25}
          strokeDasharray={is_known ? undefined : '9 5'}
        />
      ))}
    </>
  );
}

function Axis({ row: { middle, ticks, body }, width }: { row: GaugeRow; width: number }) {
  return (
    <>
      <line x1={0} x2={width} y1={middle} y2={middle} stroke={ink} strokeOpacity={0.28} />
      {ticks.map((x) => (
        <line key={x} x1={x} x2={x} y1={middle} y2={middle + 4} stroke={ink} strokeOpacity={0.28} />
      ))}
      {body?.is_off && <path d={`M2 ${middle}l7 -5M2 ${middle}l7 5`} stroke={ink} strokeWidth={1.75} fill="none" />}
      {body && !body.is_off && (
        <rect
          x={0}
          y={middle - 4}
          width={body.x}
          height={8}
          fill={body.is_estimated ? 'none' : ink}
          stroke={body.is_estimated ? ink : undefined}
          strokeDasharray={body.is_estimated ? '5 3' : undefined}
        />
      )}
    </>
  );
}

function Seam({ seam }: { seam: GaugeSeam }) {
  const { width, opacity, mark } = stroke[seam.rank];
  return (
    <>
      <path
        d={seam.path}
        fill="none"
        stroke={ink}
        strokeOpacity={opacity}
        strokeWidth={width}
        strokeDasharray={seam.is_basted ? '9 5' : undefined}
      />
      {seam.marks.map(({ x, y }) => (
        <path
          key={y}
          d={`M${x - mark.width} ${y - mark.height - 1}h${2 * mark.width}L${x} ${y}z`}
          fill={seam.rank === 'chosen' ? ink : 'var(--color-paper)'}
          stroke={ink}
          strokeOpacity={mark.opacity}
          strokeWidth={mark.stroke}
        />
      ))}
    </>
  );
}

function Letter({ letter: { size, rank, x, font_px, anchor, off }, y }: { letter: GaugeLetter; y: number }) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontFamily="var(--font-display)"
      fontWeight={rank === 'chosen' ? 400 : 300}
      fontSize={font_px}
      fill={ink}
      fillOpacity={rank === 'other' ? 0.72 : 1}
    >
      {off === 'left' ? `← ${shortSize(size)}` : off === 'right' ? `${shortSize(size)} →` : shortSize(size)}
    </text>
  );
}

function Foot({ gauge: { width, height, rows }, foot, is_population }: Pick<Props, 'gauge' | 'foot' | 'is_population'>) {
  const t = useTranslate();
  const [from, to] = rows[0]?.lane ?? [0, width];
  const y = height - foot + 24;
  const ends = foot > 40 ? y + 17 : y;
  return (
    <g fontSize={12} fill="var(--color-ink-2)">
      <text x={0} y={ends}>
        {t('gauge.closer')}
      </text>
      <text x={(from + to) / 2} y={y} textAnchor="middle" fontWeight={500} fill={is_population ? ink : thread}>
        {t(is_population ? 'gauge.zone_population' : 'gauge.zone_yours')}
      </text>
      <text x={width} y={ends} textAnchor="end">
        {t('gauge.roomier')}
      </text>
    </g>
  );
}
