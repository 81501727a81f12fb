import { useId, useRef, useState } from 'react';
import type { FitZone } from '#contract/fit-zones.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useZoneEdit } from './use-zone-edit.ts';
import { basisText, isOfMostPeople, rangeText, whyTexts } from './zone-words.ts';
import { ZoneSeam } from './zone-seam.tsx';

/** One dimension of a kind of garment: the range that feels good, where it comes from, and why. */
export function ZoneRow({ zone, profile_id }: { zone: FitZone; profile_id: string }) {
  const t = useTranslate();
  const id = useId();
  const edit = useZoneEdit({ zone, profile_id });
  const [is_open, setOpen] = useState(false);
  const [now] = useState(() => new Date());
  const first_end = useRef<HTMLDivElement>(null);
  const dimension = t(`dimension.${zone.name}`);
  const is_known = edit.is_draft || zone.basis !== 'guessed';
  const look = edit.error || !is_known ? 'basted' : 'solid';
  return (
    <li className="zone">
      <div className="row between">
        <h2 className="b">{dimension}</h2>
        <span className={is_known ? 'num' : 'num guess'}>
          {rangeText(t, edit.range, { units: edit.units, basis: edit.is_draft ? 'set' : zone.basis })}
        </span>
      </div>
      <ZoneSeam {...{ zone, edit, first_end }} look={!edit.is_draft && isOfMostPeople(zone) ? 'others' : look} />
      <div className="zone-foot small">
        <p className="quiet">
          <i className={zone.basis !== 'guessed' ? 'seam you' : isOfMostPeople(zone) ? 'baste' : 'baste you'} />
          {basisText(t, zone, now)}
        </p>
        <span className="zone-acts">
          <Button
            look="link"
            aria-expanded={is_open}
            aria-controls={id}
            aria-label={t('zones.why_named', { dimension })}
            onClick={() => setOpen(!is_open)}
          >
            {t('zones.why')}
          </Button>
          {zone.basis === 'set' && (
            <Button
              look="link"
              is_busy={edit.is_forgetting}
              aria-label={t('zones.forget_named', { dimension })}
              // The button goes with what it forgot; the focus stays in its row.
              onClick={() => edit.forgetIt(() => first_end.current?.focus())}
            >
              {t('zones.forget')}
            </Button>
          )}
        </span>
      </div>
      <ul id={id} className="zone-why small quiet" hidden={!is_open}>
        {is_open && whyTexts(t, zone, edit.units).map((text) => <li key={text}>{text}</li>)}
      </ul>
      {edit.error && <NotSaved edit={edit} />}
    </li>
  );
}

function NotSaved({ edit }: { edit: ReturnType<typeof useZoneEdit> }) {
  const t = useTranslate();
  return (
    <div className="zone-trouble">
      <p className="small b">{t('zones.not_saved')}</p>
      <ErrorNotice error={edit.error} />
      {edit.is_draft && (
        <div className="row wraps">
          <Button look="quiet" onClick={edit.retry}>
            {t('zones.save_again')}
          </Button>
          <Button look="link" onClick={edit.letGo}>
            {t('zones.let_go')}
          </Button>
        </div>
      )}
    </div>
  );
}
