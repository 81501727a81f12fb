import type { Area } from '#platform/area/area.ts';
import { note_guesses } from './note-guesses.ts';
import { personal_data } from './personal-data.ts';
import { wardrobe_bound } from './routes.ts';
import { take_new_pictures, take_product_picture } from './take-product-picture.ts';

/** What a shopper owns, how often it is worn, and what they put aside. See README.md. */
export const wardrobe: Area = {
  name: 'wardrobe',
  migrations: new URL('migrations/', import.meta.url),
  routes: wardrobe_bound,
  jobs: [take_product_picture],
  commands: [],
  subscriptions: [note_guesses, take_new_pictures],
  personal_data,
};

export { findItems } from './find-items.ts';
export { putAside } from './saved/saved.ts';
export { deleteSaved as takeOffList } from './saved/saved.store.ts';
