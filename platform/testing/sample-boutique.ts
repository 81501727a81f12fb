/** A boutique for tests, as `saveBoutique` of catalog takes it. */
export const sampleBoutique = () => ({
  slug: 'loja',
  name: 'Loja',
  city: 'Porto',
  country: 'PT',
  story: '',
  language: 'en' as const,
  ships_in_days: 1,
  returns_days: 30,
  currency: 'EUR',
});

/** A shirt of that boutique, one piece of each size, as `saveBoutiqueProduct` of catalog takes it. */
export const sampleShirt = (slug: string, sizes: readonly string[] = ['M']) => ({
  boutique: 'loja',
  slug,
  product_name: slug,
  description: '',
  category: 'shirt' as const,
  sizing: 'men' as const,
  fit: null,
  stretch: null,
  materials: [],
  price_minor: 100,
  colors: [{ name: 'Navy', hex: '#1c2740' }],
  variants: sizes.map((size) => ({ size, color: 'Navy', on_hand: 1 })),
});
