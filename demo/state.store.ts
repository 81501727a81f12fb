import type { Ctx } from '#platform/area/context.ts';

interface StateRow {
  is_one: boolean;
  state: 'wanted' | 'seeded' | 'unwanted';
  began_at: string;
  updated_at: string;
}
export type DemoState = Pick<StateRow, 'state' | 'began_at'>;

const tables = (ctx: Ctx) => ctx.db.withTables<{ demo_state: StateRow }>();

export const findState = (ctx: Ctx): Promise<DemoState | undefined> =>
  tables(ctx).selectFrom('demo_state').select(['state', 'began_at']).executeTakeFirst();

/** Decides for a house in which nobody has decided yet; says what holds now. */
export async function decideOnce(ctx: Ctx, state: StateRow['state']): Promise<DemoState> {
  const now = ctx.clock.now().toISOString();
  await tables(ctx)
    .insertInto('demo_state')
    .values({ is_one: true, state, began_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findState(ctx))!;
}

/** Wants the demo, whatever was before. One that is there, or half there, keeps its beginning. */
export async function wantDemo(ctx: Ctx): Promise<DemoState> {
  const { state } = await decideOnce(ctx, 'wanted');
  const now = ctx.clock.now().toISOString();
  const change =
    state === 'unwanted' ? { state: 'wanted' as const, began_at: now, updated_at: now } : { state: 'wanted' as const, updated_at: now };
  await tables(ctx).updateTable('demo_state').set(change).execute();
  return (await findState(ctx))!;
}

/** Notes that all is there; not when somebody has sent the demo away meanwhile. */
export async function markSeeded(ctx: Ctx): Promise<void> {
  await tables(ctx)
    .updateTable('demo_state')
    .set({ state: 'seeded', updated_at: ctx.clock.now().toISOString() })
    .where('state', '=', 'wanted')
    .execute();
}

export async function markUnwanted(ctx: Ctx): Promise<void> {
  await decideOnce(ctx, 'unwanted');
  await tables(ctx).updateTable('demo_state').set({ state: 'unwanted', updated_at: ctx.clock.now().toISOString() }).execute();
}
