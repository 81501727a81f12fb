import { useState } from 'react';
import { Selvedge } from '../selvedge.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Selvedge',
  about: 'The strip of colours you own, each as wide as there are pieces of it.',
  states: [{ name: words.rest, Draw: Strip }],
};

const swatches = ['#232b3d', '#e3dccb', '#f3f1ec', '#46536d', '#262622', '#454540', '#4b2c24', '#8d6238', '#aebfd0', '#b18f4c', '#2f453b'];
const pieces = [9, 8, 6, 5, 5, 4, 3, 2, 2, 1, 1];
const colours = words.colour_names.map((name, index) => ({ name, colour: swatches[index]!, pieces: pieces[index]! }));

function Strip() {
  const [value, setValue] = useState(colours[0]!.name);
  return <Selvedge legend={words.colours} {...{ colours, value }} onChange={setValue} note={words.goes_with} />;
}
