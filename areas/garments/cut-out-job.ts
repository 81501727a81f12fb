import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { WorkersBusy } from '#platform/workers/workers.ts';
import { announceEnd } from './announce.ts';
import { paintedCutOut } from './cut-out/built-in-cut-out.ts';
import { chooseCutOut } from './cut-out/choose-cut-out.ts';
import type { PhotoToCut } from './cut-out/cut-out.ts';
import { drawCutOut, drawGiven } from './cut-out/draw-cut-out.ts';
import { isPhotoProblem, photoProblem } from './errors.ts';
import { beginAttempt, excuseAttempt, lockGarment } from './garment.store.ts';
import type { GarmentRow, ProblemCode } from './garments-tables.ts';
import type { MadePicture } from './photo/normalise-photo.ts';
import { changeGarment } from './photo-state.ts';
import { keepPictures } from './picture-files.ts';
import { readKept } from './read-kept.ts';
import { tag_photo } from './tag-photo.ts';

/** A service that is away for longer is told; whoever wants it asks again. */
const attempts_max = 4;

interface Work {
  garment_id: string;
  photo_id: string;
}
/** Work in hand, and since when: a wish that came meanwhile has another time, and its own job. */
type Begun = Work & { since: string | null };

/** Takes the background of a garment's photo away. What goes wrong is told on the garment, and the queue goes on. */
export const cut_out = job<Work>({
  name: 'garments.cut_out',
  payload: z.object({ garment_id: z.uuid(), photo_id: z.uuid() }),
  retry_limit: 8,
  retry_delay_s: 5,
  longest_s: 60,
  waits_once: true,
  is_prompt: true,
  run: async (ctx, work) => {
    const garment = await beginAttempt(ctx, work.garment_id, { clean_state: 'processing', photo_id: work.photo_id });
    if (!garment) return;
    const begun = { ...work, since: garment.working_since };
    try {
      if (garment.attempts > attempts_max) throw photoProblem('garments.gave_up');
      const photo = await readOriginal(ctx, work);
      const [painted, given] = [await readKept(ctx, work, 'mask'), await readKept(ctx, work, 'given')];
      const made = await counted(() => makeCutOut(ctx, { photo, painted: painted?.content, given, look: garment }));
      await keepCutOut(ctx, begun, made);
    } catch (error) {
      await settleFailure(ctx, begun, { error, attempts: garment.attempts });
    }
  },
});

async function readOriginal(ctx: Ctx, work: Work): Promise<PhotoToCut> {
  const kept = await readKept(ctx, work, 'original');
  if (!kept) throw photoProblem('garments.photo_gone');
  return kept;
}

interface Made {
  pictures: readonly MadePicture[];
  doubts: string[];
}

interface Cut {
  photo: PhotoToCut;
  painted: Uint8Array | undefined;
  given: PhotoToCut | undefined;
  look: GarmentRow;
}

/** What its owner painted counts most; then the edges that a picture came with; else the garment is looked for. */
async function makeCutOut(ctx: Ctx, { photo, painted, given, look }: Cut): Promise<Made> {
  if (given && !painted) return { pictures: await drawGiven(given, look), doubts: [] };
  const is_worn = !painted && (await isWorn(ctx, photo));
  const mask = await (painted ? paintedCutOut(painted) : chooseCutOut(ctx))(ctx, photo, ctx.signal);
  return { pictures: await drawCutOut(photo, mask, look), doubts: [...(is_worn ? ['person'] : []), ...mask.doubts] };
}

/** Whoever wears the garment is cut out with it, and no driver says so. First, since it is cheap where a thread must be waited for. */
const isWorn = (ctx: Ctx, { content }: PhotoToCut): Promise<boolean> =>
  ctx.workers.run<boolean>(
    {
      module: new URL('cut-out/shows-person.ts', import.meta.url),
      name: 'lookForPerson',
      input: { content },
      bytes: content.byteLength,
    },
    ctx.signal,
  );

/** What went wrong on this photo's pixels, and would again. */
class CutOutBroken extends Error {}

/** A mistake of ours on one photo counts as an attempt: it is given up in the end, not tried for ever. That no thread is free is none. */
const counted = (work: () => Promise<Made>): Promise<Made> =>
  work().catch((error: unknown) => {
    throw error instanceof AppError || error instanceof WorkersBusy
      ? error
      : new CutOutBroken('a cut-out could not be made', { cause: error });
  });

const keepCutOut = (ctx: Ctx, work: Begun, { pictures, doubts }: Made): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const garment = await lockMine(tx, work);
    if (!garment) return;
    await keepPictures(tx, garment, { photo_id: work.photo_id, pictures });
    const clean_state = doubts.length > 0 ? 'doubtful' : 'ready';
    const solved = garment.photo_state === 'ready' ? { problem: null } : {};
    await announceEnd(tx, await changeGarment(tx, garment, { clean_state, doubts, ...done(garment), ...solved }), 'clean');
    await enqueue(tx, tag_photo, { garment_id: work.garment_id, photo_id: work.photo_id });
  });

/** A photo's own problem is told at once; what is away is asked again, and told when it stayed away. */
async function settleFailure(ctx: Ctx, work: Begun, { error, attempts }: { error: unknown; attempts: number }): Promise<void> {
  if (isPhotoProblem(error)) return failCutOut(ctx, work, error.code);
  const is_away = (error as { code?: string }).code === 'garments.cut_out_unavailable';
  if (is_away && attempts >= attempts_max) return failCutOut(ctx, work, 'garments.cut_out_unavailable');
  const is_broken = error instanceof CutOutBroken;
  if (is_broken && attempts >= attempts_max) {
    ctx.log.error({ err: error, garment_id: work.garment_id }, 'a photo that cannot be cut out was given up');
    return failCutOut(ctx, work, 'garments.gave_up');
  }
  if (!is_away && !is_broken) await excuseAttempt(ctx, work.garment_id);
  throw error;
}

const failCutOut = (ctx: Ctx, work: Begun, problem: ProblemCode): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const garment = await lockMine(tx, work);
    if (!garment) return;
    await announceEnd(tx, await changeGarment(tx, garment, { clean_state: 'failed', problem, ...done(garment) }), 'clean');
    await enqueue(tx, tag_photo, { garment_id: work.garment_id, photo_id: work.photo_id });
  });

/** Another photo may be on its way in meanwhile; its work goes on. */
const done = ({ photo_state }: GarmentRow): Partial<GarmentRow> =>
  photo_state === 'processing' ? {} : { attempts: 0, working_since: null };

async function lockMine(tx: Ctx, { garment_id, photo_id, since }: Begun): Promise<GarmentRow | undefined> {
  const garment = await lockGarment(tx, garment_id);
  const is_mine = garment?.clean_state === 'processing' && garment.photo_id === photo_id && garment.working_since === since;
  return is_mine ? garment : undefined;
}
