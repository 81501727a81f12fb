import { me } from '#areas/people/index.ts';
import { saved_routes as saved } from '#contract/saved.ts';
import { wardrobe_routes as routes } from '#contract/wardrobe.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import { readFigures } from './figures.ts';
import { followWardrobe } from './follow.ts';
import { addItem } from './add-item.ts';
import { listSimilarItems, listProductsLike } from './list-similar.ts';
import { changeItem, cleanBackground, keepItemOriginal, noteImageUploaded, removeItem, replacePhoto } from './items.ts';
import { listWardrobe } from './list-wardrobe.ts';
import { noteWashed, noteWorn, readCalendar, undoWashed, undoWorn } from './log/log.ts';
import { showItem } from './present-item.ts';
import { listMySaved, saveThing, unsaveThing } from './saved/saved.ts';

const success = { status: 'success' as const };

export const wardrobe_bound: BoundRoute[] = [
  bind(routes.addItem, (ctx, { body }) => addItem(ctx, body)),
  bind(routes.readItem, (ctx, { params }) => showItem(ctx, me(ctx), params.id)),
  bind(routes.changeItem, (ctx, { params, body }) => changeItem(ctx, params.id, body)),
  bind(routes.removeItem, async (ctx, { params }) => {
    await removeItem(ctx, params.id);
    return success;
  }),
  bind(routes.replacePhoto, (ctx, { params, body }) => replacePhoto(ctx, params.id, body.image_bytes ?? null)),
  bind(routes.noteImageUploaded, (ctx, { params, body }) => noteImageUploaded(ctx, params.id, body.background)),
  bind(routes.cleanBackground, (ctx, { params, body }) => cleanBackground(ctx, params.id, body)),
  bind(routes.keepOriginal, (ctx, { params }) => keepItemOriginal(ctx, params.id)),
  bind(routes.listSimilarItems, (ctx, { params }) => listSimilarItems(ctx, params.id)),
  bind(routes.listProductsLike, (ctx, { params }) => listProductsLike(ctx, params.id)),
  bind(routes.noteWorn, (ctx, { params, body }) => noteWorn(ctx, params.id, body.worn_on)),
  bind(routes.undoWorn, (ctx, { params }) => undoWorn(ctx, params)),
  bind(routes.noteWashed, (ctx, { params, body }) => noteWashed(ctx, params.id, body.washed_on)),
  bind(routes.undoWashed, (ctx, { params }) => undoWashed(ctx, params)),
  bind(routes.listWardrobe, (ctx, { query }) => listWardrobe(ctx, query)),
  bind(routes.readWearCalendar, (ctx, { query }) => readCalendar(ctx, query)),
  bind(routes.readWardrobeFigures, (ctx) => readFigures(ctx)),
  bind(routes.followWardrobe, (ctx) => Promise.resolve(followWardrobe(ctx))),
  bind(saved.listSaved, (ctx, { query }) => listMySaved(ctx, query)),
  bind(saved.saveThing, (ctx, { body }) => saveThing(ctx, body)),
  bind(saved.unsaveThing, async (ctx, { query }) => {
    await unsaveThing(ctx, query);
    return success;
  }),
];
