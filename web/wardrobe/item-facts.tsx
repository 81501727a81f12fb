import { useState } from 'react';
import { type GarmentColor, garment_swatches } from '#contract/garment-colors.ts';
import type { Item } from '#contract/wardrobe.ts';
import { type ItemChange, useChangeItem } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import type { Translate } from '#web/messages/translate.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { EditFact } from './edit-fact.tsx';
import { type FactName, fact_names, factText } from './fact-text.ts';
import { itemName } from './item-name.ts';

/** What we can see on a photo, and the name that we make of it; everything else is known only from its owner. */
const seen: readonly FactName[] = ['title', 'category', 'colors', 'pattern', 'season', 'formality'];

/** What is known of a garment, and what we guess: a guess is basted until it is confirmed or changed, and then stays. */
export function ItemFacts({ item }: { item: Item }) {
  const t = useTranslate();
  const change = useChangeItem(item.id);
  const [editing, setEditing] = useState<FactName | null>(null);
  const [is_open, setOpen] = useState(false);
  // Whoever opened another one meanwhile keeps it open.
  const save = (part: ItemChange) => change.mutate(part, { onSuccess: () => setEditing((now) => (now === editing ? null : now)) });
  const guesses = seen.filter((name) => !item.edited.includes(name) && guessText(t, name, item) !== null);
  // Until the photo was looked at, a list of what nobody knows yet would say nothing twelve times.
  const is_folded = !is_open && willBeLookedAt(item);
  const shown = is_folded ? fact_names.filter((name) => guessText(t, name, item) !== null) : fact_names;
  return (
    <section aria-labelledby={`facts-${item.id}`}>
      <h2 className="small b" id={`facts-${item.id}`}>
        {t('wardrobe.what_we_see')}
      </h2>
      <ul className="item-facts">
        {shown.map((name) => (
          <li key={name}>
            <span className="quiet">{t(`wardrobe.fact_${name}`)}</span>
            {editing === name ? (
              <EditFact name={name} item={item} is_busy={change.isPending} onSave={save} onCancel={() => setEditing(null)} />
            ) : (
              <>
                <FactValue name={name} item={item} is_guess={guesses.includes(name)} onChoose={save} />
                <Button
                  look="link"
                  aria-label={t('wardrobe.change_named', { fact: t.within(t(`wardrobe.fact_${name}`)) })}
                  onClick={() => setEditing(name)}
                >
                  {t('wardrobe.change')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {is_folded && (
        <p className="row wraps small">
          <span className="quiet">{t('wardrobe.not_looked_at')}</span>
          <Button look="link" onClick={() => setOpen(true)}>
            {t('wardrobe.tell_it')}
          </Button>
        </p>
      )}
      {change.error && <ErrorNotice error={change.error} />}
      {guesses.length > 0 && (
        <p className="row wraps">
          <span className="micro faint">{t('wardrobe.basted_is_guess')}</span>
          <Button look="link" is_busy={change.isPending} onClick={() => save(confirmed(t, item, guesses))}>
            {t('wardrobe.all_right')}
          </Button>
        </p>
      )}
    </section>
  );
}

/** There is a photo, or one is coming, and nothing was guessed from it so far. */
const willBeLookedAt = ({ photo, guesses }: Item): boolean => guesses === null && photo.state !== 'none' && photo.state !== 'failed';

/** Says what we guessed as the owner’s own word. */
const confirmed = (t: Translate, item: Item, guesses: readonly FactName[]): ItemChange =>
  Object.fromEntries(guesses.map((name) => [name, name === 'title' ? itemName(t, item) : item[name as keyof Item]]));

/** A name is made of kind and colour; where neither is known there is nothing to be right. */
const guessText = (t: Translate, name: FactName, item: Item): string | null =>
  factText(t, name, item) ?? (name === 'title' && item.category !== null ? itemName(t, item) : null);

interface Value {
  name: FactName;
  item: Item;
  is_guess: boolean;
  onChoose: (change: ItemChange) => void;
}

function FactValue({ name, item, is_guess, onChoose }: Value) {
  const t = useTranslate();
  const text = guessText(t, name, item);
  const second = is_guess && name === 'category' ? item.guesses?.category.second : null;
  if (text === null) return <span className="faint">{t('wardrobe.not_told')}</span>;
  return (
    <span>
      {name === 'colors' &&
        item.colors.map((color) => {
          const swatch = garment_swatches[color as GarmentColor];
          return swatch && <i key={color} className="swatch" style={{ background: swatch }} aria-hidden="true" />;
        })}
      <span className={is_guess ? 'guess' : undefined}>{text}</span>
      {is_guess && <span className="sr"> {t('wardrobe.a_guess')}</span>}
      {second && (
        <>
          {' '}
          <Button look="link" onClick={() => onChoose({ category: second })}>
            {t('wardrobe.or_perhaps', { other: t.within(t(`category.${second}`)) })}
          </Button>
        </>
      )}
    </span>
  );
}
