import { useEffect, useRef, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { PoseGuide } from './pose-guide.tsx';
import { useCamera } from './use-camera.ts';

/** Seconds to walk back in. */
const waits = ['0', '5', '10'] as const;

interface Props {
  onTake: (photo: Blob) => void;
  onClose: () => void;
  onUpload: () => void;
}

/** The camera with the way to stand drawn over it, and a self-timer, since nobody can stand back and press at once. */
export function CameraView({ onTake, onClose, onUpload }: Props) {
  const t = useTranslate();
  const { video, state, take } = useCamera();
  const [wait, setWait] = useState<string>('10');
  const [left, setLeft] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (left === null) return undefined;
    if (left > 0) {
      const timer = setTimeout(() => setLeft(left - 1), 1000);
      return () => clearTimeout(timer);
    }
    const hand = (photo: Blob | null) => {
      setLeft(null);
      if (photo) onTake(photo);
    };
    void take().then(hand);
    return undefined;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a second passes, whatever else is drawn anew
  }, [left]);
  return (
    <>
      <div className="mirror-photo is-camera">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- one's own picture, without sound */}
        <video ref={video} muted playsInline aria-label={t('mirror.camera')} />
        <PoseGuide is_over />
        {left !== null && left > 0 && (
          <span className="countdown display" aria-hidden="true">
            {left}
          </span>
        )}
      </div>
      <div className="mirror-side">
        <div>
          <h1 className="display head" ref={heading} tabIndex={-1}>
            {t('mirror.camera')}
          </h1>
          <p className="quiet">{t(state === 'shut' ? 'mirror.camera_shut' : 'mirror.camera_lead')}</p>
        </div>
        {state !== 'shut' && (
          <Radios
            look="choice slim"
            legend={t('mirror.timer')}
            value={wait}
            onChange={setWait}
            options={waits.map((seconds) => ({
              value: seconds,
              label: seconds === '0' ? t('mirror.timer_none') : t('mirror.timer_seconds', { seconds: Number(seconds) }),
            }))}
          />
        )}
        <p className="sr" role="status">
          {left !== null && left > 0 && t('mirror.timer_runs', { seconds: Number(wait) })}
        </p>
        <div className="mirror-acts">
          {state === 'shut' ? (
            <Button look="ink" icon="gallery" onClick={onUpload}>
              {t('mirror.upload')}
            </Button>
          ) : (
            <Button look="ink" icon="camera" is_busy={left !== null} disabled={state !== 'live'} onClick={() => setLeft(Number(wait))}>
              {t('mirror.take')}
            </Button>
          )}
          <Button look="quiet" onClick={() => (left === null ? onClose() : setLeft(null))}>
            {t('mirror.cancel')}
          </Button>
        </div>
      </div>
    </>
  );
}
