/** The same bounds as the server's. */
export const word_length_max = 40;
export const words_max = 50;

/** Reads words parted by commas, each once; says when one is too long to be a word, or they are too many. */
export function readWords(text: string): { words: string[]; trouble: 'too_long' | 'too_many' | null } {
  const all = text
    .split(',')
    .map((word) => word.trim().replaceAll(/\s+/g, ' '))
    .filter((word) => word !== '');
  const words = all.filter((word, i) => all.findIndex((one) => one.toLowerCase() === word.toLowerCase()) === i);
  const trouble = words.some(({ length }) => length > word_length_max) ? 'too_long' : words.length > words_max ? 'too_many' : null;
  return { words, trouble };
}
