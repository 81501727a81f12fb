/** As many sizes as a shop of shoes or jeans may have. */
export const forty_sizes: string[] = Array.from({ length: 40 }, (_, index) => String(24 + index));
