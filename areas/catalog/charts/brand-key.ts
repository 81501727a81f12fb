/** Gives the name under which a brand is known however it is written: `J.Crew`, `J Crew` and `jcrew` are one. */
export const brandKey = (brand: string): string =>
  brand
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
    .slice(0, 80);
