import { useDeferredValue, useMemo, useState } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import { anchor_names, type AnchorName, findAnchors } from '#science/look-layers/find-anchors.ts';
import { nudgeCloth, type Nudges } from '#science/look-layers/nudge-cloth.ts';
import { outlineLook } from './outline-look.ts';
import { useLayers } from './use-layers.ts';

/** Steps of light to either side of the photo's own. */
export const light_max = 5;

/** A look as it is shown: its layers, moved and lit as somebody wishes, and the seams around them. */
export function useLook({ layers: urls, parts, nudges: kept }: Pick<TryOnSession, 'layers' | 'parts' | 'nudges'>) {
  const layers = useLayers(urls);
  const [light, setLight] = useState(0);
  /** Each state of the cloth since it was drawn; the last is shown. */
  const [history, setHistory] = useState<readonly Nudges[]>([kept ?? {}]);
  const nudges = history.at(-1)!;
  // The notch follows the finger at once, the cloth as fast as it can.
  const followed = useDeferredValue(nudges);
  const anchors = useMemo(() => layers && findAnchors(layers.garment), [layers]);
  const moved = useMemo(() => {
    if (!layers || !anchors) return layers;
    const [garment, shading] = [layers.garment, layers.shading].map((layer) => nudgeCloth(layer, anchors, followed));
    return { person: layers.person, garment: garment!, shading: shading! };
  }, [layers, anchors, followed]);
  const outline = useMemo(() => (moved ? outlineLook(moved.garment, parts) : []), [moved, parts]);
  const nudge = (name: AnchorName, way: { x: number; y: number }, is_new: boolean) =>
    setHistory((all) => [...(is_new ? all : all.slice(0, -1)), { ...all.at(-1), [name]: way }]);
  const undo = () => setHistory((all) => (all.length > 1 ? all.slice(0, -1) : all));
  const startOver = () => setHistory((all) => (Object.keys(all.at(-1)!).length === 0 ? all : [...all, {}]));
  const is_moved = !isSame(nudges, kept ?? {});
  const is_changed = light !== 0 || is_moved;
  return {
    layers: moved,
    anchors,
    outline,
    light,
    setLight,
    nudges,
    nudge,
    undo,
    startOver,
    can_undo: history.length > 1,
    can_start_over: Object.keys(nudges).length > 0,
    is_moved,
    is_changed,
  };
}
/** Whether two say the same of every point. */
const isSame = (one: Nudges, other: Nudges): boolean =>
  anchor_names.every((name) => one[name]?.x === other[name]?.x && one[name]?.y === other[name]?.y);

export type Look = ReturnType<typeof useLook>;
