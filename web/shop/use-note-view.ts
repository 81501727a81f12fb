import { useEffect } from 'react';
import { useIsKnown } from '#web/api/known.ts';
import { useQuietApi } from '#web/api/api-context.ts';

/** Notes that a garment was looked at, for who is somebody here already: nobody becomes one by looking. */
export function useNoteView(product_id: string): void {
  const call = useQuietApi();
  const is_known = useIsKnown();
  useEffect(() => {
    if (!is_known) return;
    // A view that is not counted is no loss to anybody; the page goes on.
    call('POST /v1/interactions', { body: { kind: 'view', product_id, context: 'product' } }).catch(() => undefined);
  }, [call, product_id, is_known]);
}
