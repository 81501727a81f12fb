import type { Boutique } from '#contract/shop-window.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { listBoutiqueRows } from './boutique.store.ts';

const id_form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Gives one boutique by id or slug. Throws `request.not_found`. */
export async function readBoutique(ctx: Ctx, id_or_slug: string): Promise<Boutique> {
  const [found] = await listBoutiqueRows(ctx, { by: id_form.test(id_or_slug) ? 'id' : 'slug', value: id_or_slug });
  if (!found) throw notFound('boutique');
  return found;
}
