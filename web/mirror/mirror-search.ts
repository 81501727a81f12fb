import type { MannequinName, TryOnSession } from '#contract/tryon.ts';

/** As many as the server dresses somebody in at once. */
export const items_max = 8;

/** What the address of the mirror says: what to put on, and in which photo. What is not said is not there. */
export interface MirrorSearch {
  /** Ids of garments in the wardrobe. */
  items?: string[];
  /** Id of a product, and in which of its colours. */
  product?: string;
  color?: string;
  /** Id of a photo that was taken in before. */
  photo?: string;
  /** A drawn figure instead of a photo. */
  mannequin?: MannequinName;
}

/** The figure that is offered, and where its picture lies. */
const standing: MannequinName = 'standing';
export const mannequinUrl = (name: MannequinName): string => `/tryon-mannequins/${name}`;

/** The same wish, on the drawn figure instead of a photo. */
export const onMannequin = ({ photo: _photo, ...rest }: MirrorSearch): MirrorSearch => ({ ...rest, mannequin: standing });

const form_of_id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Reads an address that anybody may have typed: what makes no sense is left out, never an error. */
export function readMirrorSearch(given: Record<string, unknown>): MirrorSearch {
  const product = idsOf(given.product)[0];
  const items = idsOf(given.items).slice(0, product === undefined ? items_max : items_max - 1);
  const color = product !== undefined && typeof given.color === 'string' ? given.color.trim().slice(0, 40) : '';
  const photo = idsOf(given.photo)[0];
  const is_on_mannequin = photo === undefined && given.mannequin === standing;
  return {
    ...(items.length > 0 ? { items } : {}),
    ...(product === undefined ? {} : { product }),
    ...(color ? { color } : {}),
    ...(photo === undefined ? {} : { photo }),
    ...(is_on_mannequin ? { mannequin: standing } : {}),
  };
}

type Wish = string | { id: string; color: string };

/** The same as the API is asked: the product first, because it is what somebody came for. */
export function wishesOf({ items = [], product, color }: MirrorSearch): Wish[] {
  if (product === undefined) return items;
  return [color === undefined ? product : { id: product, color }, ...items];
}

/** Puts one garment of the wardrobe on, or takes it off again. */
export function toggleItem({ items = [], ...rest }: MirrorSearch, id: string): MirrorSearch {
  const next = items.includes(id) ? items.filter((one) => one !== id) : [...items, id];
  return next.length === 0 ? rest : { ...rest, items: next };
}

/** The address at which the same is tried on again. */
export function searchOfSession({ items, photo_id, mannequin }: Pick<TryOnSession, 'items' | 'photo_id' | 'mannequin'>): MirrorSearch {
  const product = items.find(({ kind }) => kind === 'product');
  return readMirrorSearch({
    items: items.filter(({ kind }) => kind === 'item').map(({ id }) => id),
    product: product?.id,
    color: product?.color ?? undefined,
    photo: photo_id ?? undefined,
    mannequin: mannequin ?? undefined,
  });
}

const idsOf = (given: unknown): string[] => [
  ...new Set([given].flat().filter((one): one is string => typeof one === 'string' && form_of_id.test(one))),
];
