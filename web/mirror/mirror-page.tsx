import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ApiError } from '#contract/client.ts';
import { keepPhoto, useLastPhotoId, usePersonPhoto } from '#web/api/mirror-queries.ts';
import { useErrorText } from '#web/design/error-notice.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useLeaveWarning } from '#web/wardrobe/use-leave-warning.ts';
import { BeginSide } from './begin-side.tsx';
import { CameraView } from './camera-view.tsx';
import { type MirrorSearch, readMirrorSearch } from './mirror-search.ts';
import { PhotoFigure } from './photo-figure.tsx';
import { type PhotoAsking, PhotoInputs } from './photo-inputs.tsx';
import { RetakeView } from './retake-view.tsx';
import { UnshownView } from './unshown-view.tsx';
import { hasCamera } from './use-camera.ts';
import { useChosen } from './use-chosen.ts';
import { usePhoto } from './use-photo.ts';
import { findUnshown } from './find-unshown.ts';

/** A photo, and what to put on in it. Both stand in the address, so that a page that is loaded again goes on. */
export function MirrorPage({ search }: { search: MirrorSearch }) {
  const t = useTranslate();
  const textOf = useErrorText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asking = useRef<PhotoAsking>(null);
  const [is_camera_open, setCameraOpen] = useState(false);
  const last_photo = useLastPhotoId(search.photo === undefined && search.mannequin === undefined);
  const kept = usePersonPhoto(search.mannequin ? null : (search.photo ?? last_photo));
  const photo = kept.error || search.mannequin ? undefined : kept.data;
  const { chosen, owned, product } = useChosen(search);
  const change = (next: MirrorSearch) => void navigate({ to: '/mirror', search: next, replace: true, resetScroll: false });
  const { travelling, send, retry, drop } = usePhoto((seen) => {
    void keepPhoto(queries, seen);
    // As the address is by then: garments may have been chosen meanwhile.
    const named = (now: object) => ({ ...readMirrorSearch({ ...now }), photo: seen.id });
    void navigate({ to: '/mirror', search: named, replace: true, resetScroll: false });
  });
  useLeaveWarning(travelling?.state === 'sending' || travelling?.state === 'waiting');
  const take = (blob: Blob) => {
    setCameraOpen(false);
    send(blob);
  };
  const openCamera = () => (hasCamera() ? setCameraOpen(true) : asking.current?.take());
  const upload = () => asking.current?.choose();
  const is_refused = travelling?.state === 'refused' || (travelling?.state === 'failed' && isNoPhoto(travelling.error));
  const unshown = photo && !travelling ? findUnshown(photo, chosen) : [];
  return (
    <div className="wrap">
      <PageTitle page={t('mirror.page')} />
      <PhotoInputs ref={asking} onPhoto={take} />
      {is_camera_open ? (
        <div className="mirror">
          <CameraView onTake={take} onClose={() => setCameraOpen(false)} onUpload={upload} />
        </div>
      ) : is_refused ? (
        <RetakeView
          src={travelling.preview}
          code={travelling.seen?.problem?.code ?? null}
          text={
            travelling.seen?.problem
              ? (t.ofCode(travelling.seen.problem.code) ?? travelling.seen.problem.message)
              : textOf(travelling.error)
          }
          checks={[]}
          onTake={openCamera}
          onUpload={upload}
        />
      ) : photo && unshown.length > 0 ? (
        <UnshownView {...{ photo, chosen, unshown, search, onChange: change, onTake: openCamera, onUpload: upload }} />
      ) : (
        <div className="mirror">
          <PhotoFigure photo={photo} mannequin={search.mannequin} travelling={travelling} />
          {/* What somebody confirmed of one photo is not said of the next. */}
          <BeginSide
            key={photo?.id ?? 'none'}
            {...{
              search,
              photo,
              travelling,
              owned,
              product,
              onChange: change,
              onTake: openCamera,
              onUpload: upload,
              onRetry: retry,
              onCancel: drop,
            }}
            is_photo_gone={search.photo !== undefined && kept.error instanceof ApiError}
          />
        </div>
      )}
      <p className="mirror-foot">
        <Link className="link small" to="/looks">
          {t('looks.page')}
        </Link>
      </p>
    </div>
  );
}

/** Whether the photo itself was turned away; a limit or a lost sign-in is no fault of its. */
const isNoPhoto = (error: unknown): boolean => error instanceof ApiError && /^(garments|tryon)\./.test(error.body.code);
