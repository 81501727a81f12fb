import * as z from 'zod';
import { drawPicture, serveImages, type Answering, type FakeService } from './fake-image-service.ts';

/** How a run ends that does not give a picture; `never` is for ever in the queue, `link` gives an address instead, `shaky` is drawn while it answers badly. */
type Own = 'moderated' | 'no_pose' | 'pipeline' | 'internal' | 'canceled' | 'time_out' | 'never' | 'link' | 'lost' | 'shaky';
export type FakeFashn = FakeService<Own> & {
  /** How many more runs are paid for. */
  credits: number;
};

const dataUri = z.string().regex(/^data:image\/(jpeg|png);base64,/);
const question = z.object({
  model_name: z.string(),
  inputs: z.object({
    model_image: dataUri,
    garment_image: dataUri,
    category: z.enum(['auto', 'tops', 'bottoms', 'one-pieces']),
    garment_photo_type: z.enum(['auto', 'flat-lay', 'model']),
    mode: z.enum(['performance', 'balanced', 'quality']),
    moderation_level: z.enum(['conservative', 'permissive', 'none']).optional(),
    num_samples: z.literal(1),
    seed: z.int().optional(),
    output_format: z.enum(['png', 'jpeg']),
    return_base64: z.literal(true),
  }),
});

const fault = (status: number, error: string) => ({ status, body: { error, message: 'What went wrong, in words.' } });
const bytesOf = (uri: string): Buffer => Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64');
const reasons: Partial<Record<string, string>> = {
  moderated: 'ContentModerationError',
  no_pose: 'PoseError',
  pipeline: 'PipelineError',
  internal: 'InternalServerError',
};

const shaky = ['in_queue', '429', '500', 'processing'];

interface Run {
  steps: string[];
  mood: string;
  output: string[];
}

/** Starts a server that speaks as FASHN does: a run is handed in, then asked after until it is done. */
export async function fakeFashn({ models = ['tryon-v1.6'] } = {}): Promise<FakeFashn> {
  const key = 'a-key-of-fashn';
  const state = { credits: 1000 };
  const runs = new Map<string, Run>();
  const answer: Answering<Own> = async ({ method, path, headers, body }, mood) => {
    if (headers['authorization'] !== `Bearer ${key}`) return fault(401, 'UnauthorizedAccess');
    if (method === 'GET') return tell(path.replace('/v1/status/', ''), runs.get(path.replace('/v1/status/', '')));
    const read = question.safeParse(body);
    if (path !== '/v1/run' || !read.success) return fault(400, 'BadRequest');
    if (!models.includes(read.data.model_name)) return fault(404, 'NotFound');
    if (state.credits === 0) return fault(429, 'OutOfCredits');
    state.credits -= 1;
    const { model_image, garment_image } = read.data.inputs;
    const is_own = mood in reasons || ['canceled', 'time_out', 'never', 'link', 'lost', 'shaky'].includes(mood);
    const drawn = await drawPicture(bytesOf(model_image), [bytesOf(garment_image)], is_own ? 'draw' : (mood as 'draw'), [864, 1296]);
    const id = `run-${runs.size + 1}`;
    const output = mood === 'link' ? ['https://cdn.example/look.png'] : [`data:image/png;base64,${drawn.toString('base64')}`];
    const end = mood in reasons ? 'failed' : mood === 'canceled' || mood === 'time_out' ? mood : 'completed';
    if (mood !== 'lost')
      runs.set(id, { steps: mood === 'shaky' ? [...shaky, end] : ['starting', 'in_queue', 'processing', end], mood, output });
    return { status: 200, body: { id, error: null } };
  };
  const service = await serveImages<Own>({ key, answer, isFree: ({ method }) => method === 'GET' });
  return Object.defineProperty(service as FakeFashn, 'credits', {
    get: () => state.credits,
    set: (left: number) => {
      state.credits = left;
    },
  });
}

/** Each time it is asked after, a run is a step further. */
function tell(id: string, run: Run | undefined) {
  if (!run) return fault(404, 'NotFound');
  const status = run.mood === 'never' ? 'in_queue' : run.steps.length > 1 ? run.steps.shift()! : run.steps[0]!;
  if (/^\d+$/.test(status)) return fault(Number(status), 'RateLimitExceeded');
  const name = reasons[run.mood];
  const error = status === 'failed' && name ? { name, message: 'What went wrong, in words.' } : null;
  return { status: 200, body: { id, status, ...(status === 'completed' ? { output: run.output } : {}), error } };
}
