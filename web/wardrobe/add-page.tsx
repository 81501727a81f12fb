import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useChangeMe, useMe } from '#web/api/account-queries.ts';
import { useIsKnown } from '#web/api/known.ts';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AddSteps, type Step } from './add-steps.tsx';
import { BackgroundStep } from './background-step.tsx';
import { PhotoStep } from './photo-step.tsx';
import { TagsStep } from './tags-step.tsx';
import type { Background } from './queued-photo.ts';
import { usePhotoQueue } from './use-photo-queue.ts';
import { useLeaveWarning } from './use-leave-warning.ts';
import { useUnsentPhotos } from './use-unsent-photos.ts';

/** Photos become garments in three steps: photo, background, tags. Photos travel while the next question is asked. */
export function AddPage({ item_id }: { item_id: string | undefined }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const me = useMe(useIsKnown());
  const change = useChangeMe();
  const preference = me.data?.prefs.background_preference ?? 'ask';
  const { photos, add, resume, cancel, retry, clean } = usePhotoQueue();
  const [step, setStep] = useState<Step>('photo');
  const [background, setBackground] = useState<Background | null>(null);
  /** From the press on; what is kept follows. */
  const [remembered, setRemembered] = useState<boolean | null>(null);
  const is_remembered = remembered ?? preference !== 'ask';
  useLeaveWarning(photos.some(({ state }) => state === 'reading' || state === 'sending' || state === 'waiting'));
  const chosen = background ?? (preference === 'original' ? 'original' : 'clean');
  // Undecided, a photo is kept as it is; the answer has the background of those taken away that came before it.
  const is_asked = item_id === undefined && preference === 'ask' && step !== 'tags';
  const decided = is_asked ? 'original' : chosen;
  const latest = useRef<Background>(decided);
  useEffect(() => {
    latest.current = decided;
  }, [decided]);
  /** Photos that were chosen together; what was answered for them holds, whatever is asked of those that come after. */
  const sitting = useRef<{ answer: Background | null }>({ answer: null });
  const backgroundOfSitting = () => {
    const mine = sitting.current;
    return () => mine.answer ?? latest.current;
  };
  const take = (files: readonly File[]) => {
    add(files, { background: backgroundOfSitting(), item_id });
    if (item_id !== undefined || preference !== 'ask') return;
    setStep('background');
  };
  const unsent = useUnsentPhotos((found) => {
    const left = found.filter(({ key }) => !photos.some((photo) => photo.key === key));
    resume(left, backgroundOfSitting());
    if (preference === 'ask' && left.some((one) => one.item_id === null)) setStep('background');
  });
  const items = photos.flatMap(({ item, state }) => (item && state === 'stored' ? [item] : []));
  const choose = (value: Background) => {
    setBackground(value);
    if (is_remembered) change.mutate({ prefs: { background_preference: value } });
  };
  return (
    <div className="wrap add">
      <PageTitle page={t('add.title')} />
      <AddSteps step={step} />
      <div role="status">{unsent.length > 0 && <p className="notice small">{t('add.going_on', { count: unsent.length })}</p>}</div>
      {step === 'photo' && (
        <PhotoStep
          photos={photos}
          onTake={take}
          onRetry={retry}
          onCancel={cancel}
          onNext={() => {
            if (item_id === undefined) setStep(preference === 'ask' ? 'background' : 'tags');
            else void navigate({ to: '/wardrobe/$id', params: { id: item_id } });
          }}
        />
      )}
      {step === 'background' && (
        <BackgroundStep
          photos={photos}
          value={chosen}
          is_remembered={is_remembered}
          onChange={choose}
          onRemember={(is_on) => {
            setRemembered(is_on);
            change.mutate({ prefs: { background_preference: is_on ? chosen : 'ask' } }, { onError: () => setRemembered(!is_on) });
          }}
          onRetry={retry}
          onBack={() => setStep('photo')}
          onNext={() => {
            if (chosen === 'clean') clean();
            sitting.current.answer = chosen;
            sitting.current = { answer: null };
            setStep('tags');
          }}
        />
      )}
      {step === 'tags' && <TagsStep items={items} photos={photos} onRetry={retry} onMore={() => setStep('photo')} />}
    </div>
  );
}
