import { ApiError } from '#contract/client.ts';
import type { Translate } from './translate.ts';

/**
 * Says a failure in the shopper's language. English is what the server itself says, which knows the shop and the field by name;
 * other languages say what the code means. Without an answer of the server it is ours to say.
 */
export function errorText(t: Translate, error: unknown): string {
  // What stood between us and the server answered in its place, and gave no request id.
  if (!(error instanceof ApiError) || error.body.request_id === '') return t('error.offline');
  return t.ofCode(error.body.code) ?? error.message;
}

/** Says, by field, what the server found wrong; in another language than its own, what the code means. */
export function fieldTexts(t: Translate, error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const meaning = t.ofCode(error.body.code);
  return Object.fromEntries(Object.entries(error.body.fields ?? {}).map(([field, said]) => [field, meaning ?? said]));
}
