import { useState } from 'react';
import { type Option, Radios } from '../radios.tsx';
import { forty_sizes } from './size-names.ts';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Radios',
  about: 'Sizes on a seam: notch under the chosen, thread dot above the advised, stock beneath, sold out struck.',
  states: [
    { name: words.size, Draw: () => <Choice look="sizes" first="M" options={sizes} /> },
    { name: words.error, Draw: () => <Choice look="sizes" first={null} options={sizes} error={words.choose_size} /> },
    { name: words.many, Draw: () => <Choice look="sizes" first="32" options={plain(forty_sizes)} /> },
    { name: words.who, Draw: () => <Choice look="picks" first={words.people[0]!} options={plain(words.people)} /> },
    { name: words.keep, Draw: () => <Choice look="choice" first={words.keep_it} options={plain([words.keep_it, words.send_back])} /> },
    { name: words.chest, Draw: () => <Choice look="choice slim" first="cm" options={plain(['cm', 'in'])} /> },
    { name: words.long, Draw: () => <Choice look="choice" first={null} options={plain([words.long_text, words.long_word])} /> },
  ],
};

const plain = (labels: string[]): Option[] => labels.map((label) => ({ value: label, label }));

const sizes: Option[] = [
  { value: 'XS', label: 'XS', note: words.one_left },
  { value: 'S', label: 'S', note: words.none_left, is_off: true },
  { value: 'M', label: 'M', note: '6', is_best: true, aria_label: words.size_advised('M') },
  { value: 'L', label: 'L', note: '3', is_best: true, aria_label: words.size_advised('L') },
  { value: 'XL', label: 'XL', note: '4' },
];

type Look = Parameters<typeof Radios>[0]['look'];

function Choice({ look, first, options, error }: { look: Look; first: string | null; options: Option[]; error?: string }) {
  const [value, setValue] = useState(first);
  return <Radios legend={words.size} {...{ look, options, value, error }} onChange={setValue} />;
}
