import { me } from '#areas/people/index.ts';
import type { Item } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { dayAhead } from '../errors.ts';
import { ownsItem } from '../item.store.ts';
import { showItem } from '../present-item.ts';
import { deleteEntry, listWashes, listWears, putWash, putWear } from './log.store.ts';

const day_ms = 86_400_000;
/** A calendar shows a year at most. */
const calendar_days_max = 400;

/** Notes that a garment was worn, today when no day is named; twice a day counts once. Throws `request.not_found`. */
export async function noteWorn(ctx: Ctx, id: string, worn_on: string | undefined) {
  const person_id = await owner(ctx, id);
  const wear = await putWear(ctx, id, dayOf(ctx, 'worn_on', worn_on));
  return { wear, item: await showItem(ctx, person_id, id) };
}

/** Notes that a garment was washed; what was worn on that day was in the wash. */
export async function noteWashed(ctx: Ctx, id: string, washed_on: string | undefined) {
  const person_id = await owner(ctx, id);
  const wash = await putWash(ctx, id, dayOf(ctx, 'washed_on', washed_on));
  return { wash, item: await showItem(ctx, person_id, id) };
}

export const undoWorn = (ctx: Ctx, entry: Entry): Promise<Item> => undo(ctx, 'wardrobe_wears', entry);
export const undoWashed = (ctx: Ctx, entry: Entry): Promise<Item> => undo(ctx, 'wardrobe_washes', entry);

interface Entry {
  id: string;
  log_id: string;
}

async function undo(ctx: Ctx, table: 'wardrobe_wears' | 'wardrobe_washes', { id, log_id }: Entry): Promise<Item> {
  const person_id = await owner(ctx, id);
  if (!(await deleteEntry(ctx, table, { id: log_id, item_id: id }))) throw notFound('entry');
  return showItem(ctx, person_id, id);
}

/** Lists what was worn and washed on which day. Throws `request.invalid` for more than a year. */
export async function readCalendar(ctx: Ctx, days: { from: string; to: string }) {
  const person_id = me(ctx);
  if (Date.parse(days.to) - Date.parse(days.from) > calendar_days_max * day_ms) throw tooLong();
  return { wears: await listWears(ctx, person_id, days), washes: await listWashes(ctx, person_id, days) };
}

async function owner(ctx: Ctx, id: string): Promise<string> {
  const person_id = me(ctx);
  if (!(await ownsItem(ctx, person_id, id))) throw notFound('garment');
  return person_id;
}

/** East of here it may be tomorrow already, and nowhere later than that. */
function dayOf({ clock }: Pick<Ctx, 'clock'>, field: string, named: string | undefined): string {
  const now_ms = clock.now().getTime();
  if (named === undefined) return new Date(now_ms).toISOString().slice(0, 10);
  if (Date.parse(named) > now_ms + day_ms) throw dayAhead(field);
  return named;
}

const tooLong = (): AppError =>
  new AppError('request.invalid', { message: 'A calendar shows at most a year. Ask for less.', fields: { to: 'too far from `from`' } });
