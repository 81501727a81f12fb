import knit from '../knit-navy.webp';
import { GarmentTile } from '../garment-tile.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Garment tile',
  about: 'Brand, name and price under the garment, and the size that fits; all of it is the target.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <div className="tiles">
          <GarmentTile {...sweater} size_line={{ text: words.fits, is_known: true }} link={toGarment} />
          <GarmentTile
            picture={null}
            category="jeans"
            brand={words.brand}
            name={words.jeans}
            price={words.jeans_price}
            size_line={{ text: words.perhaps, is_known: false }}
            link={toGarment}
          />
          <GarmentTile picture={null} category="shirt" name={words.preparing} is_pending link={toGarment} />
        </div>
      ),
    },
    {
      name: words.focus,
      Draw: () => (
        <div className="tiles">
          <GarmentTile {...sweater} link={toFocused} />
        </div>
      ),
    },
    {
      name: words.long,
      Draw: () => (
        <div className="tiles">
          <GarmentTile {...sweater} name={words.long_text} brand={words.long_word} link={toGarment} />
        </div>
      ),
    },
  ],
};

const toGarment = (name: string) => <a href="#main">{name}</a>;

const toFocused = (name: string) => (
  <a className="is-focus" href="#main">
    {name}
  </a>
);

const sweater = {
  picture: knit,
  category: 'knitwear',
  is_cut_out: true,
  brand: words.brand,
  name: words.sweater,
  price: words.sweater_price,
} as const;
