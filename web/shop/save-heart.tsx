import { useNavigate } from '@tanstack/react-router';
import { useIsSaved, useSave } from '#web/api/saved-queries.ts';
import { errorText } from '#web/messages/error-text.ts';
import { useSay } from '#web/design/say.tsx';
import { ToolButton } from '#web/design/tool-button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** A heart that puts a product aside for later, and takes it off the list again. */
export function SaveHeart({ product_id: id }: { product_id: string }) {
  const t = useTranslate();
  const say = useSay();
  const navigate = useNavigate();
  const is_saved = useIsSaved(id).data ?? false;
  const save = useSave();
  const change = (wanted: boolean) => save.mutate({ kind: 'product', id, is_saved: wanted }, { onSuccess: () => tell(wanted) });
  const tell = (now: boolean) =>
    now
      ? say(t('saved.kept'), { action: { label: t('saved.see'), run: () => void navigate({ to: '/wardrobe/saved' }) } })
      : say(t('saved.taken_off'), { action: { label: t('wardrobe.undo'), run: () => change(true) } });
  return (
    <>
      <ToolButton icon="heart" className="save-heart" label={t('saved.save')} is_pressed={is_saved} onClick={() => change(!is_saved)} />
      {save.error && (
        <p className="small you" role="alert">
          {errorText(t, save.error)}
        </p>
      )}
    </>
  );
}
