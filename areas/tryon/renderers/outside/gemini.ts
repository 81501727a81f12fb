import * as z from 'zod';
import type { RenderWish } from '../renderer.ts';
import { askOutside, refusedBy, type Answered } from './ask-outside.ts';
import { framePhoto, onWhite } from './frame-photo.ts';
import { OutsideRefused, type OutsideRenderer } from './outside-renderer.ts';

interface GeminiOptions {
  url: string;
  key: string;
  model: string;
  /** Between two tries; for tests. */
  wait_ms?: number;
}

/** Goes up when the words or settings below change: what was drawn before is drawn anew. */
const recipe_version = 1;
/** The proportions that it draws in, as it writes them. */
const ratios = new Map(['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9'].map((text) => [ratioOf(text), text]));
/** Photos are 1024 px at most; larger would cost more and show no more. */
const imageSize = '1K';
const harms = ['HARASSMENT', 'HATE_SPEECH', 'SEXUALLY_EXPLICIT', 'DANGEROUS_CONTENT'];
const safetySettings = harms.map((harm) => ({ category: `HARM_CATEGORY_${harm}`, threshold: 'BLOCK_MEDIUM_AND_ABOVE' }));

/** Draws with Google's image models: the photo and all garments in one question. */
export const geminiRenderer = ({ url, key, model, wait_ms }: GeminiOptions): OutsideRenderer => ({
  name: 'gemini',
  recipe: `${model} ${recipe_version}`,
  countCalls: () => 1,
  draw: async ({ clock }, wish, { signal, spend }) => {
    const { frame, jpeg } = await framePhoto(wish.photo, [...ratios.keys()]);
    const garments = await Promise.all(wish.garments.map(({ picture }) => onWhite(picture)));
    const aspectRatio = ratios.get(nearest(frame.width / frame.height));
    const body = {
      contents: [{ role: 'user', parts: [{ text: wordsFor(wish) }, ...[jpeg, ...garments].map(inline)] }],
      generationConfig: { responseModalities: ['TEXT', 'IMAGE'], imageConfig: { aspectRatio, imageSize } },
      safetySettings,
    };
    const address = `${url.replace(/\/$/, '')}/v1beta/models/${model}:generateContent`;
    const question = { method: 'POST', headers: { 'x-goog-api-key': key }, body, signal, now: clock.now() } as const;
    const answer = await askOutside(address, question, { wait_ms, spend });
    return { content: readPicture(answer, model), frame };
  },
});

function ratioOf(text: string): number {
  const [across, down] = text.split(':').map(Number);
  return across! / down!;
}

const nearest = (ratio: number): number => [...ratios.keys()].toSorted((a, b) => Math.abs(a - ratio) - Math.abs(b - ratio))[0]!;

const inline = (content: Buffer) => ({ inlineData: { mimeType: 'image/jpeg', data: content.toString('base64') } });

/** Nothing that somebody typed goes in: a garment's title could be an order to the model. */
function wordsFor({ garments }: RenderWish): string {
  const names = garments.map(({ category }, i) => `picture ${i + 2}: ${category}`).join(', ');
  return [
    'Picture 1 is a photo of an adult. The other pictures are garments, from the skin outwards:',
    `${names}.`,
    'Show the same photo with the person wearing exactly these garments instead of what they cover.',
    'Keep face, hair, body, skin, pose, hands, background, light and framing as they are.',
    'Keep colour, pattern, print, cut and length of each garment. Add nothing else, and no text.',
  ].join(' ');
}

const inlineData = z.object({ data: z.string() });
const part = z.object({ inlineData: inlineData.optional(), inline_data: inlineData.optional() });
const candidate = z.object({
  content: z.object({ parts: z.array(part).default([]) }).optional(),
  finishReason: z.string().optional(),
});
const drawn = z.object({
  candidates: z.array(candidate).default([]),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
});
const failed = z.object({
  error: z.object({ status: z.string(), details: z.array(z.object({ reason: z.string().optional() })).optional() }),
});

/** Said with 200: no picture, because of what it would have shown. */
const refusing: ReadonlySet<string> = new Set([
  'SAFETY',
  'RECITATION',
  'PROHIBITED_CONTENT',
  'SPII',
  'BLOCKLIST',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);

function readPicture(answer: Answered, model: string): Buffer {
  if (answer.status !== 200) throw failureOf(answer, model);
  const read = drawn.safeParse(answer.body);
  if (!read.success) throw new OutsideRefused('bad_answer', 'answered in another shape');
  const { candidates, promptFeedback } = read.data;
  if (promptFeedback?.blockReason) throw new OutsideRefused('content', `blocked: ${promptFeedback.blockReason.slice(0, 40)}`);
  for (const { content } of candidates)
    for (const { inlineData: one, inline_data: other } of content?.parts ?? []) {
      const data = (one ?? other)?.data;
      if (data) return Buffer.from(data, 'base64');
    }
  const why = candidates[0]?.finishReason ?? 'nothing said';
  throw new OutsideRefused(refusing.has(why) ? 'content' : 'bad_answer', `no picture: ${why.slice(0, 40)}`);
}

/** A wrong key is told as a wrong question. */
function failureOf(answer: Answered, model: string): OutsideRefused {
  const read = failed.safeParse(answer.body);
  const is_key = read.success && (read.data.error.details ?? []).some(({ reason }) => reason === 'API_KEY_INVALID');
  return is_key ? new OutsideRefused('not_allowed', 'does not take the key in GEMINI_API_KEY') : refusedBy(answer, model);
}
