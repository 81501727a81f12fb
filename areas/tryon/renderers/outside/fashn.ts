import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { RendererRefusal } from '#contract/tryon.ts';
import type { GarmentShape } from '#science/try-on/try-on.ts';
import { RendererRefused, type RenderWish, type WishedGarment } from '../renderer.ts';
import { askOutside, refusedBy, type Answered } from './ask-outside.ts';
import { cutFromFrame, framePhoto, onWhite } from './frame-photo.ts';
import { openPicture } from './open-picture.ts';
import { OutsideRefused, type DrawnOutside, type Drawing, type OutsideRenderer } from './outside-renderer.ts';

interface FashnOptions {
  url: string;
  key: string;
  model: string;
  /** Between two looks at a run; it allows 50 within 10 s, for all processes together. */
  poll_ms?: number;
  /** Between two tries; for tests. */
  wait_ms?: number;
}

/** Goes up when what is asked for below changes: what was drawn before is drawn anew. */
const recipe_version = 1;
const poll_every_ms = 1500;
/** The proportions that it draws in: 864 x 1296. */
const ratio = 2 / 3;
const categories: Record<GarmentShape, 'tops' | 'bottoms' | 'one-pieces'> = {
  top: 'tops',
  dress: 'one-pieces',
  skirt: 'bottoms',
  trousers: 'bottoms',
  shorts: 'bottoms',
};

/** Draws with FASHN: one garment a run, the next one onto what the last one gave. */
export const fashnRenderer = (options: FashnOptions): OutsideRenderer => ({
  name: 'fashn',
  recipe: `${options.model} ${recipe_version}`,
  countCalls: ({ garments }) => checkPossible(garments),
  draw: async ({ clock }, wish, on) => {
    const service: Service = { ...options, ...on, now: () => clock.now() };
    let [photo, drawn]: [RenderWish['photo'], DrawnOutside | undefined] = [wish.photo, undefined];
    for (const garment of wish.garments) {
      // Between two runs a picture is believed no more than at the end.
      if (drawn) photo = await cutFromFrame((await openPicture(drawn)).content, drawn.frame, wish.photo);
      drawn = await putOn(service, photo, garment);
    }
    return drawn!;
  },
});

/** It replaces what is worn at a place: a jacket would take the shirt away. */
function checkPossible(garments: RenderWish['garments']): number {
  const places = garments.map(({ shape }) => categories[shape]);
  const is_clear = new Set(places).size === places.length && !(places.includes('one-pieces') && places.length > 1);
  if (!is_clear) throw new RendererRefused('not_possible', 'FASHN draws one garment for each part of the body');
  return places.length;
}

interface Service extends FashnOptions, Drawing {
  now: () => Date;
}

async function putOn(service: Service, photo: RenderWish['photo'], { shape, picture }: WishedGarment): Promise<DrawnOutside> {
  const { frame, jpeg } = await framePhoto(photo, [ratio]);
  const inputs = {
    model_image: dataUri(jpeg),
    garment_image: dataUri(await onWhite(picture)),
    category: categories[shape],
    garment_photo_type: 'flat-lay',
    mode: 'balanced',
    moderation_level: 'conservative',
    num_samples: 1,
    output_format: 'png',
    // Else it gives an address that anybody may open, for days.
    return_base64: true,
  };
  const first = await runOnce(service, inputs);
  // It says itself that such a run is not charged and may be tried again.
  const run = isUncharged(first) ? await runOnce(service, inputs) : first;
  return { content: readPicture(run), frame };
}

const dataUri = (content: Buffer): string => `data:image/jpeg;base64,${content.toString('base64')}`;

const handed_in = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });
const states = ['starting', 'in_queue', 'processing', 'completed', 'failed', 'canceled', 'time_out'] as const;
const told = z.object({
  status: z.enum(states),
  output: z.array(z.string()).nullish(),
  error: z.object({ name: z.string() }).nullish(),
});
type Run = z.infer<typeof told>;

async function runOnce(service: Service, inputs: object): Promise<Run> {
  const answer = await ask(service, '/v1/run', { model_name: service.model, inputs });
  if (answer.status !== 200) throw failureOf(answer, service.model);
  const read = handed_in.safeParse(answer.body);
  if (!read.success) throw new OutsideRefused('bad_answer', 'took the run without an id');
  const run = await follow(service, read.data.id);
  if (isUncharged(run)) service.spend(-1);
  return run;
}

const isUncharged = ({ error }: Run): boolean => error?.name === 'PipelineError';

/** Asks until the run is over; ends by the signal. A look that is answered badly is no end: the run goes on, and is paid for. */
async function follow(service: Service, id: string): Promise<Run> {
  const { signal, poll_ms = poll_every_ms } = service;
  for (let pause_ms = poll_ms; ;) {
    await setTimeout(pause_ms, undefined, { signal }).catch(() => signal.throwIfAborted());
    const answer = await ask(service, `/v1/status/${id}`);
    pause_ms = Math.max(poll_ms, (answer.retry_after_s ?? 0) * 1000);
    if (answer.status === 429 || answer.status >= 500) continue;
    if (answer.status === 404) throw new OutsideRefused('unavailable', 'lost the run');
    if (answer.status !== 200) throw failureOf(answer, service.model);
    const read = told.safeParse(answer.body);
    if (!read.success) throw new OutsideRefused('bad_answer', 'told the state of the run in another shape');
    if (!['starting', 'in_queue', 'processing'].includes(read.data.status)) return read.data;
  }
}

function ask({ url, key, signal, now, wait_ms, spend }: Service, path: string, body?: object): Promise<Answered> {
  const method = body ? ('POST' as const) : ('GET' as const);
  const question = { method, headers: { authorization: `Bearer ${key}` }, signal, now: now(), ...(body ? { body } : {}) };
  return askOutside(`${url.replace(/\/$/, '')}${path}`, question, { wait_ms, ...(body ? { spend } : {}) });
}

function readPicture({ status, output, error }: Run): Buffer {
  if (status !== 'completed') throw whyNot(status, error?.name ?? 'no reason given');
  const given = output?.[0] ?? '';
  const [head] = /^data:image\/\w+;base64,/.exec(given) ?? [];
  if (head === undefined) throw new OutsideRefused('bad_answer', 'completed without a picture');
  return Buffer.from(given.slice(head.length), 'base64');
}

const reasons: Partial<Record<string, RendererRefusal>> = {
  ContentModerationError: 'content',
  PoseError: 'not_possible',
  ImageLoadError: 'not_possible',
  InputValidationError: 'not_possible',
};

const whyNot = (status: string, name: string): OutsideRefused =>
  new OutsideRefused(reasons[name] ?? 'unavailable', `ended ${status}: ${name.slice(0, 40)}`);

const failed = z.object({ error: z.string() });

/** Money that ran out is told as too many questions. */
function failureOf(answer: Answered, model: string): OutsideRefused {
  const read = failed.safeParse(answer.body);
  const name = read.success ? read.data.error : '';
  return name === 'OutOfCredits' ? new OutsideRefused('out_of_budget', 'the account has no credits left') : refusedBy(answer, model);
}
