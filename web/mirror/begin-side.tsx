import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Product } from '#contract/catalog.ts';
import type { PersonPhoto } from '#contract/tryon.ts';
import type { Item } from '#contract/wardrobe.ts';
import { useCreateTryOn, useRemovePhoto } from '#web/api/mirror-queries.ts';
import { Button } from '#web/design/button.tsx';
import { Checkbox } from '#web/design/checkbox.tsx';
import { Disclosure } from '#web/design/disclosure.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { GarmentPicker } from './garment-picker.tsx';
import { type MirrorSearch, onMannequin, wishesOf } from './mirror-search.ts';
import { momentText } from './moment-text.ts';
import type { TravellingPhoto } from './use-photo.ts';

interface Props {
  search: MirrorSearch;
  photo: PersonPhoto | undefined;
  is_photo_gone: boolean;
  travelling: TravellingPhoto | null;
  owned: readonly Item[];
  product: Product | undefined;
  onChange: (search: MirrorSearch) => void;
  onTake: () => void;
  onUpload: () => void;
  onRetry: () => void;
  onCancel: () => void;
}

/** No program can tell either from a picture, so nothing is ticked for anybody; without both the photo stays here. */
const likeness_questions = ['is_own_or_agreed', 'is_everyone_adult'] as const;
const unsaid = { is_own_or_agreed: false, is_everyone_adult: false };

/** Beside the photo: how to hand one in, what to put on, and the button that does it. */
export function BeginSide(props: Props) {
  const { search, photo, is_photo_gone, travelling, owned, product, onChange } = props;
  const t = useTranslate();
  const navigate = useNavigate();
  const create = useCreateTryOn();
  const [likeness, setLikeness] = useState(unsaid);
  const items = wishesOf(search);
  const is_on_mannequin = search.mannequin !== undefined && !photo && !travelling;
  const is_ready = is_on_mannequin || (photo !== undefined && travelling === null);
  const begin = () =>
    create.mutate(search.mannequin && !photo ? { mannequin: search.mannequin, items } : { photo_id: photo!.id, items, likeness }, {
      onSuccess: ({ session_id }) => void navigate({ to: '/mirror/$session_id', params: { session_id } }),
    });
  return (
    <div className="mirror-side">
      <div>
        <h1 className="display head">{t('mirror.title')}</h1>
        {!photo && !travelling && !is_on_mannequin && <p className="quiet">{t('mirror.lead')}</p>}
      </div>
      {is_photo_gone && !travelling && <p className="notice small">{t('mirror.photo_gone')}</p>}
      {is_on_mannequin ? <OnMannequin {...props} /> : photo && !travelling ? <KeptPhoto {...props} photo={photo} /> : <HandIn {...props} />}
      <section className="stack" aria-labelledby="what-to-wear">
        <h2 className="display title" id="what-to-wear">
          {t('mirror.what')}
        </h2>
        <GarmentPicker {...{ search, owned, product, onChange }} />
      </section>
      {photo && !travelling && (
        <Disclosure title={t('mirror.outside')}>
          <div className="stack">
            <p className="small">{t('mirror.outside_means')}</p>
            {likeness_questions.map((question) => (
              <Checkbox
                key={question}
                label={t(`mirror.${question}`)}
                value={likeness[question]}
                onChange={(is_so) => setLikeness((now) => ({ ...now, [question]: is_so }))}
              />
            ))}
          </div>
        </Disclosure>
      )}
      {create.error && <ErrorNotice error={create.error} />}
      <Button
        look={is_ready ? 'ink' : 'plain'}
        is_tall
        is_wide
        is_busy={create.isPending}
        disabled={!is_ready || items.length === 0}
        onClick={begin}
      >
        {t('mirror.try_on')}
      </Button>
    </div>
  );
}

/** The drawn figure stands in: what that shows, and the way back to a photo. */
function OnMannequin({ search, onChange }: Props) {
  const t = useTranslate();
  const { mannequin: _figure, ...rest } = search;
  return (
    <div className="stack">
      <p className="small quiet">{t('mirror.mannequin_means')}</p>
      <p>
        <Button look="link" onClick={() => onChange(rest)}>
          {t('mirror.no_mannequin')}
        </Button>
      </p>
    </div>
  );
}

function HandIn({ search, onChange, travelling, onTake, onUpload, onRetry, onCancel }: Props) {
  const t = useTranslate();
  if (travelling)
    return (
      <div className="stack">
        {travelling.state === 'failed' && <ErrorNotice error={travelling.error} onRetry={onRetry} />}
        <p>
          <Button look="link" onClick={onCancel}>
            {t('mirror.cancel')}
          </Button>
        </p>
      </div>
    );
  return (
    <div className="stack">
      <div className="mirror-acts">
        <Button look="ink" icon="camera" is_tall onClick={onTake}>
          {t('mirror.take')}
        </Button>
        <Button look="quiet" icon="gallery" is_tall onClick={onUpload}>
          {t('mirror.upload')}
        </Button>
      </div>
      <p className="small">{t('mirror.tip')}</p>
      <p className="small quiet">{t('mirror.privacy')}</p>
      <p className="row wraps">
        <span className="small">{t('mirror.without_photo')}</span>
        <Button look="link" onClick={() => onChange(onMannequin(search))}>
          {t('mirror.mannequin')}
        </Button>
      </p>
    </div>
  );
}

function KeptPhoto({ photo, search, onChange, onTake, onUpload }: Props & { photo: PersonPhoto }) {
  const t = useTranslate();
  const say = useSay();
  const remove = useRemovePhoto();
  const forget = () =>
    remove.mutate(photo.id, {
      onSuccess: () => {
        const { photo: _gone, ...rest } = search;
        onChange(rest);
        say(t('mirror.photo_deleted'));
      },
    });
  return (
    <div>
      <p className="small quiet">{t('mirror.photo_until', { moment: momentText(t, photo.expires_at) })}</p>
      <p className="row wraps wide-gap">
        <Button look="link" onClick={onTake}>
          {t('mirror.another')}
        </Button>
        <Button look="link" onClick={onUpload}>
          {t('mirror.upload')}
        </Button>
        <Button look="link" is_busy={remove.isPending} onClick={forget}>
          {t('mirror.delete_photo')}
        </Button>
      </p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </div>
  );
}
