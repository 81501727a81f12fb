import { useState } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import { Button } from '#web/design/button.tsx';
import { Checkbox } from '#web/design/checkbox.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field, FieldError } from '#web/design/field.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { momentDayText } from './moment-text.ts';
import { useShareLook, useUnshareLook } from './share-queries.ts';

const choices = [1, 7, 30] as const;
type Days = (typeof choices)[number];

interface Props {
  session: TryOnSession;
  /** It is seen in another light than the photo's. */
  is_lit: boolean;
}

/** A link that ends, made after one question, shown once, and taken back with one press. */
export function ShareByLink({ session, is_lit }: Props) {
  const t = useTranslate();
  const share = useShareLook(session.session_id);
  const unshare = useUnshareLook(session.session_id);
  const [days, setDays] = useState<Days>(7);
  const [agrees, setAgrees] = useState(false);
  const [is_missing, setMissing] = useState(false);
  const make = () => {
    // Nobody is in the picture of a drawn figure.
    if (!agrees && !session.mannequin) return setMissing(true);
    unshare.reset();
    share.mutate({ days, is_agreed: true });
  };
  const takeBack = () => unshare.mutate(undefined, { onSuccess: () => share.reset() });
  const error = share.error ?? unshare.error;
  if (share.data)
    return <MadeLink url={share.data.url} expires_at={share.data.expires_at} is_busy={unshare.isPending} onTakeBack={takeBack} />;
  return (
    <>
      {session.share && (
        <div className="stack">
          <p className="small">{t('share.out', { moment: momentDayText(t, session.share.expires_at) })}</p>
          <Button look="quiet" is_busy={unshare.isPending} onClick={takeBack}>
            {t('share.take_back')}
          </Button>
        </div>
      )}
      <div className="small">
        <p className="b" role="status">
          {unshare.isSuccess && t('share.taken_back')}
        </p>
        <p>{t('share.link_lead')}</p>
      </div>
      {is_lit && <p className="small quiet">{t('share.light')}</p>}
      <Radios
        look="choice slim"
        legend={t('share.days')}
        value={String(days)}
        onChange={(value) => setDays(Number(value) as Days)}
        options={choices.map((count) => ({ value: String(count), label: t('share.day_count', { days: count }) }))}
      />
      {!session.mannequin && (
        <Checkbox
          label={t('share.agree')}
          value={agrees}
          onChange={(does) => {
            setAgrees(does);
            setMissing(false);
          }}
        />
      )}
      {is_missing && (
        <div role="alert">
          <FieldError>{t('share.agree_first')}</FieldError>
        </div>
      )}
      {error && <ErrorNotice error={error} />}
      <Button look="ink" is_busy={share.isPending} onClick={make}>
        {t('share.make')}
      </Button>
    </>
  );
}

interface Made {
  url: string;
  expires_at: string;
  is_busy: boolean;
  onTakeBack: () => void;
}

function MadeLink({ url, expires_at, is_busy, onTakeBack }: Made) {
  const t = useTranslate();
  const [is_copied, setCopied] = useState(false);
  // Over plain http a browser has no clipboard for us; the field is selected to be copied by hand.
  const can_copy = typeof navigator.clipboard?.writeText === 'function';
  return (
    <>
      <Field label={t('share.address')} value={url} readOnly onFocus={(event) => event.target.select()} />
      <div className="small">
        <p className="quiet">{t('share.ends', { moment: momentDayText(t, expires_at) })}</p>
        <p className="b" role="status">
          {is_copied && t('share.copied')}
        </p>
      </div>
      <div className="row wraps">
        {can_copy && (
          <Button
            look="ink"
            icon="link"
            onClick={() =>
              void navigator.clipboard.writeText(url).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            {t('share.copy')}
          </Button>
        )}
        <Button look="quiet" is_busy={is_busy} onClick={onTakeBack}>
          {t('share.take_back')}
        </Button>
      </div>
    </>
  );
}
