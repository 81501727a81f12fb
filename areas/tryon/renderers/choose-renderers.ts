import type { Ctx } from '#platform/area/context.ts';
import { builtInRenderer } from './built-in.ts';
import type { Renderer } from './renderer.ts';

/** Says which renderers are asked for a look, in their order; the last one is ours, and needs nobody. */
export const chooseRenderers = (_ctx: Ctx): readonly Renderer[] => [builtInRenderer];
