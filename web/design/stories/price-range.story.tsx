import { useState } from 'react';
import { PriceRange } from '../price-range.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Price range',
  about: 'Dragged for who explores, typed for who knows.',
  states: [{ name: words.rest, Draw: Prices }],
};

function Prices() {
  const [value, setValue] = useState<[number, number]>([6000, 22_000]);
  return <PriceRange label={words.price} value={value} min={0} max={40_000} step={1000} currency="EUR" onChange={setValue} />;
}
