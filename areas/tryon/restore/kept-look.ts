import * as z from 'zod';
import { lookPart, triedItem, tryOnSession } from '#contract/tryon.ts';
import type { KeptData } from '#platform/area/context.ts';

/** A saved look as a zip tells it. */
export const keptLook = z.object({
  id: z.uuid(),
  saved_at: z.iso.datetime(),
  created_at: z.iso.datetime(),
  confidence: tryOnSession.shape.confidence.catch(null),
  parts: z.array(lookPart).catch([]),
  items: z.array(triedItem).min(1).max(8),
  nudges: tryOnSession.shape.nudges.catch(null),
});
export type KeptLook = z.output<typeof keptLook>;

const kept_tryon = z.object({ sessions: z.array(z.unknown()) });
const isSaved = z.object({ saved_at: z.string() });

/** Lists the looks that somebody kept; null for one that is not as Toile writes it. */
export function looksIn(kept: KeptData): (KeptLook | null)[] {
  const { data } = kept_tryon.safeParse(kept.of('tryon'));
  return (data?.sessions ?? []).filter((row) => isSaved.safeParse(row).success).map((row) => keptLook.safeParse(row).data ?? null);
}
