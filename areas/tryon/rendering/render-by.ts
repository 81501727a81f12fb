import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { RenderedLook, Renderer, RenderWish } from '../renderers/renderer.ts';
import { RendererRefused } from '../renderers/renderer.ts';
import type { Steps } from './steps.ts';

export interface DrawnLook {
  look: RenderedLook;
  renderer: NonNullable<TryOnSession['renderer']>;
}

/** Asks renderers in their order until one draws, and says who did and why the first one did not. Throws the first one's refusal. */
export async function renderBy(
  ctx: Ctx,
  renderers: readonly Renderer[],
  { wish, steps }: { wish: RenderWish; steps: Steps },
): Promise<DrawnLook> {
  let refusal: { name: string; error: RendererRefused } | undefined;
  for (const { name, render } of renderers) {
    // Asks whether the look is wanted still: nobody gets a photo that was deleted meanwhile.
    await steps.enter('rendering');
    try {
      const look = await render(ctx, wish, { signal: steps.signal, onProgress: steps.note });
      return { look, renderer: { name, instead_of: refusal?.name ?? null, reason: refusal?.error.reason ?? null } };
    } catch (error) {
      if (steps.signal.aborted) throw error;
      ctx.metrics.render_errors_total.inc({ renderer: name, reason: error instanceof RendererRefused ? error.reason : 'failed' });
      if (!(error instanceof RendererRefused)) throw error;
      ctx.log.info({ err: error, renderer: name, reason: error.reason }, 'a renderer did not draw a look');
      refusal ??= { name, error };
    }
  }
  throw refusal?.error ?? new Error('there is no renderer to ask');
}
