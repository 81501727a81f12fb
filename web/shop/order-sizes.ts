/** Letters from small to large, as far as anybody makes them. */
const letters = ['XXXS', '3XS', 'XXS', '2XS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '2XL', 'XXXL', '3XL', '4XL', '5XL', '6XL'];

/** Puts the sizes of many garments into an order in which one's own is found: letters first, then numbers, then words. */
export function orderSizes<T extends { value: string }>(sizes: readonly T[]): T[] {
  return sizes.toSorted(
    (one, other) => placeOf(one.value) - placeOf(other.value) || one.value.localeCompare(other.value, 'en', { numeric: true }),
  );
}

function placeOf(size: string): number {
  const letter = letters.indexOf(size.toUpperCase());
  if (letter >= 0) return letter;
  return /^\d/.test(size) ? letters.length : letters.length + 1;
}
