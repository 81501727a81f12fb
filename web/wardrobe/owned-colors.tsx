import { useNavigate } from '@tanstack/react-router';
import { type GarmentColor, garment_swatches } from '#contract/garment-colors.ts';
import { Button } from '#web/design/button.tsx';
import { Selvedge } from '#web/design/selvedge.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { colorWord } from './color-word.ts';
import type { Figures } from './overview-text.ts';
import type { WardrobeSearch } from './wardrobe-search.ts';

/** For a colour that its owner named themselves. */
const own_grey = '#8b8a86';

/** The strip of colours somebody owns; touching one shows what is of it. */
export function OwnedColors({ figures, search }: { figures: Figures; search: WardrobeSearch }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const go = (color: string | undefined) =>
    void navigate({
      to: '/wardrobe',
      search: { ...search, ...(color === undefined ? { color: undefined } : { color }) },
      resetScroll: false,
    });
  if (figures.colors.length === 0) return null;
  const words = new Map(figures.colors.map(({ name }) => [colorWord(t, name), name]));
  return (
    <div className="owned-colors">
      <Selvedge
        legend={t('wardrobe.colors')}
        colours={figures.colors.map(({ name, count }) => ({
          name: colorWord(t, name),
          colour: garment_swatches[name as GarmentColor] ?? own_grey,
          pieces: count,
        }))}
        value={search.color === undefined ? null : colorWord(t, search.color)}
        onChange={(word) => go(words.get(word))}
      />
      {search.color !== undefined && (
        <Button look="link" onClick={() => go(undefined)}>
          {t('wardrobe.all_colors')}
        </Button>
      )}
    </div>
  );
}
