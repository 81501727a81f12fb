import { type CSSProperties, type MouseEvent, type Ref, useLayoutEffect, useRef, useState } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { anchorWord, movedText } from './anchor-word.ts';
import { CompareHandle } from './compare-handle.tsx';
import type { AnchorName } from '#science/look-layers/find-anchors.ts';
import { itemNames } from './item-names.ts';
import { LookCanvas } from './look-canvas.tsx';
import { NudgeHandles } from './nudge-handles.tsx';
import type { Tool } from './tool-rail.tsx';
import type { Look } from './use-look.ts';

/** How much larger. */
const zoom = 2.5;

interface Props {
  session: TryOnSession;
  photo_url: string | null;
  look: Look;
  on: ReadonlySet<Tool>;
  onZoom: (is_on: boolean) => void;
  canvas: Ref<HTMLCanvasElement>;
}

/** The look, whole, with what the tools lay over it. Larger, it is a window that scrolls by finger, wheel and arrow keys. */
export function LookStage({ session, photo_url, look, on, onZoom, canvas }: Props) {
  const t = useTranslate();
  const [ratio, setRatio] = useState(0.75);
  const [cut, setCut] = useState(46);
  const [point, setPoint] = useState<AnchorName | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const tapped = useRef({ x: 0.5, y: 0.25 });
  const { layers, anchors, outline, light, nudges, is_changed } = look;
  const is_large = on.has('zoom');
  const is_nudging = on.has('nudge') && anchors !== null;
  const has_cut = on.has('compare') && photo_url !== null;
  useLayoutEffect(() => {
    const { current } = view;
    if (!current || !is_large) return;
    current.scrollTo({
      left: current.scrollWidth * tapped.current.x - current.clientWidth / 2,
      top: current.scrollHeight * tapped.current.y - current.clientHeight / 2,
    });
  }, [is_large]);
  const tap = (event: MouseEvent) => {
    if (is_nudging) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    tapped.current = { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
    onZoom(!is_large);
  };
  const alt = t(session.mannequin ? 'mirror.mannequin_in' : 'mirror.picture', { garments: t.list(itemNames(t, session)) });
  const way = point === null ? undefined : nudges[point];
  return (
    <figure className="mirror-photo look-photo cloth">
      <div
        ref={view}
        className={is_large ? 'look-view is-large' : 'look-view'}
        {...(is_large ? { tabIndex: 0, role: 'region', 'aria-label': t('mirror.large') } : {})}
      >
        {/* The rail's button does the same for whoever does not tap. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div
          className="look-stage"
          style={{ '--ratio': ratio, '--zoom': is_large ? zoom : 1, '--cut': `${cut}%` } as CSSProperties}
          onClick={tap}
        >
          <img
            src={session.render_url ?? undefined}
            alt={alt}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => naturalHeight > 0 && setRatio(naturalWidth / naturalHeight)}
          />
          {layers && is_changed && <LookCanvas ref={canvas} layers={layers} light={light} />}
          {layers && on.has('stitches') && (
            <svg
              className="look-seams"
              viewBox={`0 0 ${layers.person.width} ${layers.person.height}`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              {outline.map(({ path, is_seen }) => (
                <path key={path.slice(0, 40)} d={path} className={is_seen ? undefined : 'is-basted'} />
              ))}
            </svg>
          )}
          {has_cut && <img className="look-before" src={photo_url} alt="" />}
          {has_cut && <CompareHandle value={cut} onMove={setCut} />}
          {is_nudging && <NudgeHandles {...{ anchors, look, parts: session.parts, chosen: point, onChoose: setPoint }} />}
        </div>
      </div>
      {has_cut && !is_large && (
        <>
          <span className="photo-tag">{t('mirror.before')}</span>
          <span className="photo-tag is-end">{t('mirror.after')}</span>
        </>
      )}
      <span role="status">
        {is_nudging && point && way && <span className="photo-tag is-end">{movedText(t, anchorWord(t, point, session.parts), way)}</span>}
      </span>
    </figure>
  );
}
