import * as z from 'zod';
import { drawPicture, serveImages, type Answering, type FakeService } from './fake-image-service.ts';

/** It refuses before it draws, or after; it answers with words only; an old model writes its fields with an underscore. */
type Own = 'refuse_prompt' | 'refuse_picture' | 'words_only' | 'old_names';
export type FakeGemini = FakeService<Own> & {
  /** The models that it has; any other is retired. */
  models: Set<string>;
};

const question = z.object({
  contents: z
    .array(
      z.object({
        role: z.literal('user'),
        parts: z.array(
          z.union([z.object({ text: z.string() }), z.object({ inlineData: z.object({ mimeType: z.string(), data: z.base64() }) })]),
        ),
      }),
    )
    .length(1),
  generationConfig: z.object({
    responseModalities: z.array(z.enum(['TEXT', 'IMAGE'])),
    imageConfig: z.object({ aspectRatio: z.string().regex(/^\d+:\d+$/), imageSize: z.enum(['1K', '2K', '4K']) }),
  }),
  safetySettings: z.array(z.object({ category: z.string(), threshold: z.string() })).optional(),
});

const fault = (code: number, status: string, reason?: string) => ({
  status: code,
  body: { error: { code, message: 'What went wrong, in words.', status, ...(reason ? { details: [{ reason }] } : {}) } },
});
const finished = (finishReason: string, parts: object[] = []) => ({
  status: 200,
  body: { candidates: [{ content: { role: 'model', parts }, finishReason }] },
});

/** Starts a server that speaks as Gemini's image models do. */
export async function fakeGemini({ models = ['gemini-3.1-flash-image'] } = {}): Promise<FakeGemini> {
  const known = new Set(models);
  const key = 'a-key-of-gemini';
  const answer: Answering<Own> = async ({ path, headers, body }, mood) => {
    const [, model] = /^\/v1beta\/models\/([\w.-]+):generateContent$/.exec(path) ?? [];
    if (headers['x-goog-api-key'] !== key) return fault(400, 'INVALID_ARGUMENT', 'API_KEY_INVALID');
    if (model === undefined || !known.has(model)) return fault(404, 'NOT_FOUND');
    const read = question.safeParse(body);
    if (!read.success) return fault(400, 'INVALID_ARGUMENT');
    if (mood === 'refuse_prompt') return { status: 200, body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } };
    if (mood === 'refuse_picture') return finished('IMAGE_SAFETY');
    if (mood === 'words_only') return finished('STOP', [{ text: 'Here is what I would draw.' }]);
    const pictures = read.data.contents[0]!.parts.flatMap((part) =>
      'inlineData' in part ? [Buffer.from(part.inlineData.data, 'base64')] : [],
    );
    const data = (await drawPicture(pictures[0]!, pictures.slice(1), mood === 'old_names' ? 'draw' : mood)).toString('base64');
    const part = mood === 'old_names' ? { inline_data: { mime_type: 'image/png', data } } : { inlineData: { mimeType: 'image/png', data } };
    return finished('STOP', [{ text: 'Here you are.' }, part]);
  };
  return { ...(await serveImages<Own>({ key, answer, isFree: () => false })), models: known };
}
