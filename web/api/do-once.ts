import { ApiError } from '#contract/client.ts';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Asks for something that is to be done once, with a key that stays the same for the same wish until there is an answer to it:
 * over retries, and over reloads of this tab. What was answered, with a refusal too, gets a new key the next time.
 */
export async function doOnce<T>(
  what: string,
  wish: unknown,
  ask: (key: string) => Promise<T>,
  kept: Kept | null = keptByTab(),
): Promise<T> {
  const name = `toile.once.${what}`;
  const wished = JSON.stringify(wish);
  const [old_wish, old_key] = readPair(kept?.getItem(name));
  const key = old_key !== undefined && old_wish === wished ? old_key : newKey();
  keep(kept, name, JSON.stringify([wished, key]));
  try {
    const answer = await ask(key);
    kept?.removeItem(name);
    return answer;
  } catch (error) {
    if (isAnswer(error)) kept?.removeItem(name);
    throw error;
  }
}

/** A browser gives ready-made ids over https only. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** From 500 on nobody knows whether it was done; a limit or a lost sign-in is over soon, and then it is the same wish. */
const isAnswer = (error: unknown): boolean => error instanceof ApiError && error.status < 500 && ![401, 408, 429].includes(error.status);

function readPair(text: string | null | undefined): string[] {
  try {
    const pair: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(pair) && pair.every((one) => typeof one === 'string') ? pair : [];
  } catch {
    return [];
  }
}

/** A tab that may keep nothing still asks, only not with the same key after a reload. */
function keep(kept: Kept | null, name: string, value: string): void {
  try {
    kept?.setItem(name, value);
  } catch {
    // Full, or forbidden.
  }
}

function keptByTab(): Kept | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
