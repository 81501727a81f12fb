import { useEffect, useState } from 'react';
import type { SizeAnswer } from '#contract/fit.ts';
import { useSizeAnswer } from '#web/api/answer-queries.ts';
import { useIsKnown } from '#web/api/known.ts';

interface ProductAdvice {
  answer: SizeAnswer | undefined;
  error: Error | null;
  is_busy: boolean;
  /** The shopper asked for it, rather than that it came by itself. */
  is_asked: boolean;
  /** Asks for it now, whoever asks. */
  ask: () => void;
}

/** The advice for a product on its own page: by itself for who is somebody here already, else when they ask. */
export function useProductAdvice(product_id: string, is_sized: boolean): ProductAdvice {
  const is_known = useIsKnown();
  const [is_asked, setAsked] = useState(false);
  const answer = useSizeAnswer(product_id, { is_wanted: is_sized && (is_asked || is_known), is_asked });
  const again = () => {
    if (answer.error) void answer.refetch();
  };
  const ask = () => (is_asked ? again() : setAsked(true));
  useEffect(() => {
    // What failed by itself is asked again as whoever the shopper becomes by asking: only from this drawing on is it theirs.
    if (is_asked) again();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when they ask
  }, [is_asked]);
  return { answer: answer.data, error: is_asked ? answer.error : null, is_busy: answer.isFetching, is_asked, ask };
}
