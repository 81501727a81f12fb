import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { isSessionProblem, sessionProblem } from '../errors.ts';
import { RendererRefused, type Renderer } from '../renderers/renderer.ts';
import { beginAttempt, excuseAttempt, noteDrawnOutside } from './begin-attempt.ts';
import { failSession, keepLook } from './finish-session.ts';
import { gatherWish } from './gather-wish.ts';
import { renderBy } from './render-by.ts';
import { makeSteps, NotMine } from './steps.ts';

/** Says which renderers are asked for somebody's look. */
type ChooseRenderers = (ctx: Ctx, person_id: string) => Promise<readonly Renderer[]>;

/** A look that ended its process so often would end it again. */
const attempts_max = 3;

/**
 * Makes the look of a session, asking renderers in their order. Exactly one result is kept, however often this runs, at once or
 * one after the other: whoever began last may finish, and only while the session still waits for it. What goes wrong with the
 * photo or a garment ends the session and is told; what is away is thrown, so that it is tried again.
 */
export async function renderSession(ctx: Ctx, session_id: string, renderers: readonly Renderer[] | ChooseRenderers): Promise<void> {
  const session = await beginAttempt(ctx, session_id);
  if (!session) return;
  const mine = { id: session.id, attempts: session.attempts };
  const steps = makeSteps(ctx, mine);
  try {
    if (session.attempts > attempts_max) throw sessionProblem('tryon.gave_up');
    const wish = await gatherWish(ctx, session, steps);
    const known = typeof renderers === 'function' ? await renderers(ctx, wish.person_id) : renderers;
    // Nobody is paid to dress a figure that is ours.
    const asked = wish.is_mannequin ? known.slice(-1) : known;
    const drawn = await renderBy(ctx, session.is_drawn_outside ? oursOnly(asked) : asked, { wish, steps });
    if (drawn.renderer.name !== asked.at(-1)?.name) await noteDrawnOutside(ctx, mine);
    await steps.enter('saving');
    await keepLook(ctx, mine, drawn);
  } catch (error) {
    if (error instanceof NotMine || steps.signal.reason instanceof NotMine) return;
    if (isSessionProblem(error)) return failSession(ctx, mine, error.code);
    const is_away = ctx.signal.aborted || isAway(error);
    if (is_away) await excuseAttempt(ctx, mine);
    else if (session.attempts >= attempts_max) return giveUp(ctx, mine, error);
    throw error;
  } finally {
    await steps.settle();
  }
}

/** The last one is ours. The others have drawn this look, and it could not be kept: a full disk would have it paid for again and again. */
const oursOnly = (renderers: readonly Renderer[]): Renderer[] =>
  renderers.map((one, i) => (i === renderers.length - 1 ? one : { name: one.name, render: refuseAgain }));

const refuseAgain = (): Promise<never> =>
  Promise.reject(new RendererRefused('unavailable', 'an outside renderer has drawn this look once, and it could not be kept'));

/** What is away (storage, database, a full disk) has a code of its own and is no fault of the photo or the garments. */
const isAway = (error: unknown): boolean => error instanceof AppError && error.code.startsWith('platform.');

function giveUp(ctx: Ctx, mine: { id: string; attempts: number }, error: unknown): Promise<void> {
  ctx.log.error({ err: error, session_id: mine.id }, 'a look that could not be made was given up');
  return failSession(ctx, mine, 'tryon.render_failed');
}
