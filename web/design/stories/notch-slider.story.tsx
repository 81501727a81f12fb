import { useState } from 'react';
import { NotchSlider } from '../notch-slider.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Slider',
  about: 'A seam with notches to drag. Thread when it is what you like; basted and hollow while it is a guess.',
  states: [
    { name: words.known, Draw: () => <Zone /> },
    { name: words.guessed, Draw: () => <Zone is_basted /> },
    { name: words.close, Draw: () => <Zone from={104} to={106} /> },
    { name: words.rest, Draw: Light },
    { name: words.off, Draw: () => <Zone is_off /> },
  ],
};

interface ZoneProps {
  from?: number;
  to?: number;
  is_basted?: boolean;
  is_off?: boolean;
}

function Zone({ from: first_from = 101, to: first_to = 109, is_basted, is_off }: ZoneProps) {
  const [[from = 0, to = 0], setZone] = useState<number[]>([first_from, first_to]);
  return (
    <NotchSlider
      label={words.zone}
      value={[from, to]}
      min={90}
      max={120}
      ticks={2}
      min_gap={2}
      tone="yours"
      says={words.zone_value(from, to)}
      notch_labels={[words.from, words.to]}
      ends={[words.closer, words.roomier]}
      valueText={words.about_value}
      onChange={setZone}
      {...{ is_basted, is_off }}
    />
  );
}

function Light() {
  const [value, setValue] = useState([40]);
  return (
    <NotchSlider
      label={words.light}
      value={value}
      min={0}
      max={100}
      ticks={10}
      notch_labels={[words.light]}
      valueText={words.percent}
      onChange={setValue}
    />
  );
}
