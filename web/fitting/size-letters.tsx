import { shortSize } from './short-size.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Set width of a letter in em of Newsreader at weight 250, roughly: only for the drawing's own width, never for places. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (/[MW]/.test(letter) ? 0.93 : /[ILJ0-9 ./-]/.test(letter) ? 0.52 : /[SEF]/.test(letter) ? 0.58 : 0.7),
    0,
  );
}

const font = 210;
const or_font = 50;
/** Around it. */
const or_space = 30;

interface Props {
  first: string;
  second?: string;
  is_basted: boolean;
  className?: string;
}

/** The answer, as tall as a hand: solid when we are sure, basted when it is a guess. The heading says it in words. */
export function SizeLetters({ is_basted, className = 'letters', ...sizes }: Props) {
  const t = useTranslate();
  const first = shortSize(sizes.first);
  const second = sizes.second && shortSize(sizes.second);
  const or = t('fitting.or');
  const width = Math.max(
    120,
    Math.ceil(font * (widthOf(first) + (second ? widthOf(second) : 0)) + (second ? or_font * widthOf(or) + or_space : 0)),
  );
  const look = is_basted ? { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeDasharray: '7 4.5' } : { fill: 'currentColor' };
  return (
    <svg className={className} viewBox={`0 4 ${width} 150`} preserveAspectRatio="xMinYMax meet" aria-hidden="true">
      <text x="-4" y="148" fontFamily="var(--font-display)" fontWeight="250" fontSize={font} letterSpacing="-5">
        <tspan {...look}>{first}</tspan>
        {second && (
          <tspan dx="10" fontSize={or_font} fontWeight="300" letterSpacing="-1" fill="currentColor">
            {or}
          </tspan>
        )}
        {second && (
          <tspan dx="16" {...look}>
            {second}
          </tspan>
        )}
      </text>
    </svg>
  );
}
