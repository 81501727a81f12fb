import { readSizeLabel } from '../words/size-label.ts';
import { says_body, says_garment } from './dimension-words.ts';
import type { Column } from './read-columns.ts';
import type { StatedSize } from './stated-chart.ts';

/** No chart of bodies makes an M wider than EN 13402-3 (men's 102 cm) and US makers (104 cm): a garment's M is. In cm. */
const body_m_max = 105;

/**
 * Tells whether a chart is of the garment and not of the body it is for: by half widths, by words, by dimensions that only
 * garments have, and by a medium that no body chart makes so wide.
 */
export function isGarment({ words, columns, sizes }: { words: string; columns: readonly Column[]; sizes: readonly StatedSize[] }): boolean {
  if (columns.some(({ is_half }) => is_half)) return true;
  if (says_body.test(words)) return false;
  if (says_garment.test(words)) return true;
  // Bodies have no length; back lengths of bodies stand in pattern books, not in shops.
  if (columns.some(({ dimension }) => dimension === 'length')) return true;
  const medium = sizes.find(({ label }) => readSizeLabel(label).base === 'M')?.cm.chest;
  return medium !== undefined && medium[0] === medium[1] && medium[0] > body_m_max;
}
