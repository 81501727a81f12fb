import { categories } from '#contract/garment-kinds.ts';
import { GarmentOutline } from '../garment-outline.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Outline',
  about: 'A picture we do not have, or not yet; as much of it is sewn as has arrived.',
  states: [
    {
      name: words.part,
      Draw: () => (
        <div className="tiles">
          {[0, 0.3, 0.8, 1].map((sewn) => (
            <div key={sewn} className="garment cloth" style={{ aspectRatio: '4 / 4.9' }}>
              <GarmentOutline category="t-shirt" sewn={sewn} />
            </div>
          ))}
        </div>
      ),
    },
    {
      name: words.kind,
      Draw: () => (
        <div className="tiles">
          {categories.map((category) => (
            <div key={category} className="garment cloth" style={{ aspectRatio: '4 / 3.4' }}>
              <GarmentOutline category={category} />
            </div>
          ))}
        </div>
      ),
    },
  ],
};
