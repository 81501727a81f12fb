import type { FastifyRequest } from 'fastify';

/** Set by the app when somebody chooses a language on this device. */
export const language_cookie = 'toile_language';
/** More than anybody reads; a longer header is somebody playing. */
const languages_max = 10;
const tag_form = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** Lists the languages that a browser reads, best first: the chosen one, then those that it names itself (RFC 9110, 12.5.4). */
export function acceptedLanguages({ cookies, headers }: Pick<FastifyRequest, 'cookies' | 'headers'>): string[] {
  const chosen = cookies[language_cookie];
  const named = (headers['accept-language'] ?? '')
    .split(',', languages_max)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const q = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return { tag, weight: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
  return [...(chosen ? [chosen] : []), ...named].filter((tag) => tag_form.test(tag));
}
