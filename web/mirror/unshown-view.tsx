import type { PersonPhoto } from '#contract/tryon.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Unshown } from './find-unshown.ts';
import type { MirrorSearch } from './mirror-search.ts';
import { RetakeView } from './retake-view.tsx';
import type { Chosen } from './use-chosen.ts';

interface Props {
  photo: PersonPhoto;
  chosen: readonly Chosen[];
  unshown: readonly Unshown[];
  search: MirrorSearch;
  onChange: (search: MirrorSearch) => void;
  onTake: () => void;
  onUpload: () => void;
}

/** A photo that is good, but not for all that was chosen: another one, or this one without the rest. */
export function UnshownView({ photo, chosen, unshown, search, onChange, onTake, onUpload }: Props) {
  const t = useTranslate();
  const { code, message } = unshown[0]!.problem;
  const isShown = (id: string): boolean => unshown.every((one) => one.id !== id);
  const leaveOut = () => {
    const { items = [], product, color, ...rest } = search;
    const left = items.filter(isShown);
    const keeps_product = product !== undefined && isShown(product);
    onChange({
      ...rest,
      ...(left.length > 0 ? { items: left } : {}),
      ...(keeps_product ? { product, ...(color === undefined ? {} : { color }) } : {}),
    });
  };
  return (
    <RetakeView
      src={photo.url}
      code={code}
      text={t.ofCode(code) ?? message}
      checks={chosen.map(({ id, name }) => ({ label: name, is_good: isShown(id) }))}
      onTake={onTake}
      onUpload={onUpload}
    >
      <p>
        <Button look="link" onClick={leaveOut}>
          {t('mirror.use_without', { garments: t.list(unshown.map(({ name }) => name)) })}
        </Button>
      </p>
    </RetakeView>
  );
}
