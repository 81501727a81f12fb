import type { TriedPart } from '#contract/tryon.ts';
import type { Translate } from '#web/messages/translate.ts';
import type { AnchorName } from '#science/look-layers/find-anchors.ts';

const sides = { left_end: 'left_sleeve', right_end: 'right_sleeve' } as const;

/** What a point of the cloth is called: a corner below is a cuff where there is a sleeve. */
export function anchorWord(t: Translate, name: AnchorName, parts: readonly TriedPart[]): string {
  const is_cuff = name in sides && parts.some((part) => part.name === sides[name as keyof typeof sides]);
  return t(is_cuff ? `anchor.${name as keyof typeof sides}_cuff` : `anchor.${name}`);
}

/** How far a point was moved, in words: the longer way, in percent of the picture's height. */
export function movedText(t: Translate, point: string, { x, y }: { x: number; y: number }): string {
  const is_upright = Math.abs(y) >= Math.abs(x);
  const way = is_upright ? (y > 0 ? 'lower' : 'higher') : x > 0 ? 'right' : 'left';
  return t('mirror.moved', { point, share: t.percent(Math.abs(is_upright ? y : x)), way });
}
