import type { Fitting } from '#contract/fit.ts';
import { sendPhoto, type Owner } from './garment-photos.ts';

/** Ids that the server said it has. */
export interface Acknowledged {
  feedback: string[];
  fittings: string[];
  /** Garments whose photo the server said it has, and is to cut out. */
  photos: string[];
}

interface Writer {
  url: string;
  key: string;
  product_id: string;
  shopper: string;
  acknowledged: Acknowledged;
}

const sizes = ['S', 'M', 'L', 'XL'];

/** Fits, tries and tells, over and over, as one shopper of an integrator, until the server is gone. */
export async function writeUntilGone({ url, key, product_id, shopper, acknowledged }: Writer): Promise<void> {
  const post = async <T>(path: string, body: object): Promise<T | undefined> => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, user_id: shopper }),
    });
    return answer.ok ? ((await answer.json()) as T) : undefined;
  };
  try {
    for (let n = 0; ; n += 1) {
      const fitting = await post<Fitting>('/v1/tryon/start', { product_id });
      if (!fitting) continue;
      acknowledged.fittings.push(fitting.session_id);
      await post('/v1/tryon/recommend', { session_id: fitting.session_id });
      const outcome = await post<{ feedback_id: string }>('/v1/tryon/submit', {
        session_id: fitting.session_id,
        size_tried: sizes[n % sizes.length],
        fit_feedback: { overall: 'perfect' },
        would_keep: true,
      });
      if (outcome) acknowledged.feedback.push(outcome.feedback_id);
    }
  } catch {
    // The server is gone: what it acknowledged is in the list, what it did not may or may not have happened.
  }
}

/** Photographs garments, one after another, until the server is gone. */
export async function photographUntilGone(owner: Owner, photo: Uint8Array<ArrayBuffer>, { photos }: Acknowledged): Promise<void> {
  try {
    for (;;) photos.push((await sendPhoto(owner, photo, 'clean')).id);
  } catch {
    // As above.
  }
}
