import type { OwnedGarment } from '#contract/owned-garments.ts';
import { useAddOwnedGarment, useRemoveOwnedGarment } from '#web/api/profile-queries.ts';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Takes an owned garment away, with a way back. */
export function useRemoveOwned(profile_id: string) {
  const t = useTranslate();
  const say = useSay();
  const remove = useRemoveOwnedGarment(profile_id);
  const add = useAddOwnedGarment(profile_id);
  const run = ({ id, created_at: _created_at, is_chart_known: _is_chart_known, ...again }: OwnedGarment) => {
    const undo = { label: t('owned.undo'), run: () => add.mutate({ ...again, is_sure: true }) };
    remove.mutate(id, { onSuccess: () => say(t('owned.removed', { brand: again.brand, size: again.size }), { action: undo }) });
  };
  return { run, error: remove.error, isPending: remove.isPending };
}
