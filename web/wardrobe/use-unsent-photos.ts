import { useEffect, useEffectEvent, useState } from 'react';
import { useMe } from '#web/api/account-queries.ts';
import { useIsKnown } from '#web/api/known.ts';
import { listUnsent, type UnsentPhoto } from './unsent-photos.ts';

/** Gives the photos that were on their way when a page was left, once it is clear whose they may be; none until then. */
export function useUnsentPhotos(onFound: (found: readonly UnsentPhoto[]) => void = () => {}): readonly UnsentPhoto[] {
  const is_known = useIsKnown();
  const owner_id = useMe(is_known).data?.id ?? null;
  const is_clear = !is_known || owner_id !== null;
  const [unsent, setUnsent] = useState<readonly UnsentPhoto[]>([]);
  const settle = useEffectEvent((found: readonly UnsentPhoto[]) => {
    setUnsent(found);
    onFound(found);
  });
  useEffect(() => {
    let is_wanted = true;
    if (is_clear) void listUnsent(owner_id).then((found) => (is_wanted ? settle(found) : undefined));
    return () => {
      is_wanted = false;
    };
  }, [is_clear, owner_id]);
  return unsent;
}
