import type { Ctx } from '#platform/area/context.ts';
import type { Config } from '#platform/config/config.ts';
import { builtInRenderer } from './built-in.ts';
import { fashnRenderer } from './outside/fashn.ts';
import { geminiRenderer } from './outside/gemini.ts';
import { guardOutside } from './outside/guard-outside.ts';
import type { OutsideRenderer } from './outside/outside-renderer.ts';
import type { Renderer } from './renderer.ts';

/**
 * Says which renderers are asked for a look of somebody's, in their order; the last one is ours, and needs nobody. The flag
 * `tryon_renderers` names the others, for all or for a share of people, and `tryon_renderer_NAME` turns one off; without flags all
 * that have a key are asked. The same person gets the same answer.
 */
export async function chooseRenderers(ctx: Ctx, person_id: string): Promise<readonly Renderer[]> {
  const known = withKeys(ctx.config);
  const fallback = known.map(({ name }) => name).join(',');
  const wanted = (await ctx.flags.text('tryon_renderers', { key: person_id, fallback })).split(',').map((name) => name.trim());
  const chosen: Renderer[] = [];
  for (const name of new Set(wanted)) {
    const outside = known.find((one) => one.name === name);
    // Whoever writes this flag means to turn a renderer off: written in any other way than true, it is.
    const is_on = { key: person_id, fallback: true, unclear: false };
    if (outside && (await ctx.flags.isOn(`tryon_renderer_${name}`, is_on))) chosen.push(guardOutside(outside));
  }
  return [...chosen, builtInRenderer];
}

function withKeys(config: Config): OutsideRenderer[] {
  const gemini = { url: config.GEMINI_URL, key: config.GEMINI_API_KEY, model: config.GEMINI_MODEL };
  const fashn = { url: config.FASHN_URL, key: config.FASHN_API_KEY, model: config.FASHN_MODEL };
  return [...(gemini.key ? [geminiRenderer(gemini)] : []), ...(fashn.key ? [fashnRenderer(fashn)] : [])];
}
