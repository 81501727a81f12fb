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
    { name: words.rest, Draw: Light },
    { name: words.off, Draw: () => <Zone is_off /> },
  ],
};

function Zone({ is_basted, is_off }: { is_basted?: boolean; is_off?: boolean }) {
  const [[from = 0, to = 0], setZone] = useState<number[]>([101, 109]);
  return (
    <NotchSlider
      label={words.zone}
      value={[from, to]}
      min={90}
      max={120}
      tick={2}
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
      tick={10}
      notch_labels={[words.light]}
      valueText={words.percent}
      onChange={setValue}
    />
  );
}
