import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Item } from '#contract/wardrobe.ts';
import { ApiError } from '#contract/client.ts';
import { useCleanBackground, useItem, useKeepOriginal } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Icon, type IconName } from '#web/design/icon.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { BrushBoard } from './brush-board.tsx';
import { itemName } from './item-name.ts';
import { brush_px_max, brush_px_min, type Tool, useMaskDraft } from './use-mask-draft.ts';

/** The cut-out, painted right by hand: keep, remove, crop, undo, or begin with another photo. */
export function FixPage({ id }: { id: string }) {
  const t = useTranslate();
  const item = useItem(id);
  if (item.error instanceof ApiError && item.error.status === 404) return <MissingPage />;
  if (item.data?.image_original) return <Fix key={id} item={item.data} photo={item.data.image_original} />;
  if (item.data)
    return (
      <div className="wrap column">
        <PageTitle page={t('fix.title')} />
        <h1 className="display head">{t('fix.title')}</h1>
        <div>
          <Link className="btn ink" to="/wardrobe/add" search={{ for: id }}>
            {t('wardrobe.add_photo')}
          </Link>
        </div>
      </div>
    );
  return (
    <div className="wrap">
      <PageTitle page={t('fix.title')} />
      {item.error ? <ErrorNotice error={item.error} onRetry={() => void item.refetch()} /> : <LoadingGarment text={t('app.loading')} />}
    </div>
  );
}

function Fix({ item, photo }: { item: Item; photo: string }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const clean = useCleanBackground(item.id);
  const original = useKeepOriginal(item.id);
  const draft = useMaskDraft(photo, item.image_clean);
  const leave = () => void navigate({ to: '/wardrobe/$id', params: { id: item.id }, replace: true });
  const [trouble, setTrouble] = useState<'nothing_kept' | 'not_drawn' | null>(null);
  const done = async () => {
    setTrouble(draft.keepsAnything() ? null : 'nothing_kept');
    if (!draft.keepsAnything()) return;
    const mask = await draft.result().catch(() => null);
    if (mask) clean.mutate(mask, { onSuccess: leave });
    else setTrouble('not_drawn');
  };
  const failed = clean.error ?? original.error ?? draft.error;
  return (
    <div className="wrap fix">
      <PageTitle page={t('fix.title')} />
      <BrushBoard draft={draft} alt={t('fix.cut_out_of', { title: itemName(t, item) })} />
      <ToolBar item={item} draft={draft} />
      <div className="fix-side stack">
        <h1 className="display head">{t('fix.title')}</h1>
        <p className="quiet">{t(draft.is_ready ? 'fix.lead' : 'fix.reading')}</p>
        {draft.tool !== 'crop' && <BrushSize value={draft.brush_px} onChange={draft.setBrush} />}
        {trouble ? (
          <p className="trouble" role="alert">
            {t(`fix.${trouble}`)}
          </p>
        ) : (
          failed != null && <ErrorNotice error={failed} />
        )}
        <div className="row">
          <Button look="ink" className="grows" disabled={!draft.is_ready} is_busy={clean.isPending} onClick={() => void done()}>
            {t('fix.done')}
          </Button>
          <Button look="quiet" onClick={leave}>
            {t('fix.leave')}
          </Button>
        </div>
        {item.photo.clean_state !== 'none' && (
          <p className="small">
            <Button look="link" is_busy={original.isPending} onClick={() => original.mutate(undefined, { onSuccess: leave })}>
              {t('add.original')}
            </Button>{' '}
            <span className="quiet">{t('add.original_means')}</span>
          </p>
        )}
      </div>
    </div>
  );
}

const tools: readonly { tool: Tool; icon: IconName }[] = [
  { tool: 'keep', icon: 'brush' },
  { tool: 'remove', icon: 'erase' },
  { tool: 'crop', icon: 'crop' },
];

function ToolBar({ item, draft }: { item: Item; draft: ReturnType<typeof useMaskDraft> }) {
  const t = useTranslate();
  return (
    <div className="fix-tools" role="group" aria-label={t('fix.tools')}>
      {tools.map(({ tool, icon }) => (
        <button key={tool} type="button" aria-pressed={draft.tool === tool} onClick={() => draft.setTool(tool)}>
          <Icon name={icon} />
          {t(`fix.${tool}`)}
        </button>
      ))}
      <button type="button" disabled={!draft.can_undo} onClick={draft.undo}>
        <Icon name="undo" />
        {t('wardrobe.undo')}
      </button>
      <Link to="/wardrobe/add" search={{ for: item.id }}>
        <Icon name="camera" />
        {t('fix.retake')}
      </Link>
    </div>
  );
}

function BrushSize({ value, onChange }: { value: number; onChange: (px: number) => void }) {
  const t = useTranslate();
  return (
    <label className="brush-size">
      <span className="sr">{t('fix.brush')}</span>
      <i className="dot small-dot" aria-hidden="true" />
      <input type="range" min={brush_px_min} max={brush_px_max} value={value} onChange={(event) => onChange(Number(event.target.value))} />
      <i className="dot" aria-hidden="true" />
    </label>
  );
}
