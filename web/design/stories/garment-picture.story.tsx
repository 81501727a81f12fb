import knit from '../knit-navy.webp';
import { GarmentPicture } from '../garment-picture.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Picture',
  about: 'A garment on cloth; its outline where there is no picture, or it does not load.',
  states: [
    {
      name: words.rest,
      Draw: () => <GarmentPicture src={knit} alt={words.sweater_alt} category="knitwear" is_cut_out className="story-picture" />,
    },
    { name: words.empty, Draw: () => <GarmentPicture src={null} alt={words.sweater_alt} category="jeans" className="story-picture" /> },
    {
      name: words.error,
      Draw: () => <GarmentPicture src="/no-such-picture.webp" alt={words.sweater_alt} category="coat" className="story-picture" />,
    },
  ],
};
