import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  found: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** The way to the next page of a list, as long as there is one. */
export function MoreItems({ found }: Props) {
  const t = useTranslate();
  if (!found.hasNextPage) return null;
  return (
    <Button look="quiet" className="more-items" is_busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
      {t('design.show_more')}
    </Button>
  );
}
