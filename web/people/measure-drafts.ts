import type { BodyMeasurements } from '#contract/fit.ts';
import { type MixUp, findMixUp } from './unit-mix-up.ts';
import { type Measure, type Units, fromWire, parseMeasure } from './units.ts';

/** What was typed and is not saved yet, in the units of the screen. */
export type Drafts = Partial<Record<Measure, string>>;
export type Trouble = { kind: 'unreadable' } | { kind: 'mix_up'; mix_up: MixUp };

/** Reads the drafts: what may be sent (an emptied field is forgotten, null), and what must be asked back first. */
export function checkDrafts(drafts: Drafts, { units, sure_of }: { units: Units; sure_of: Measure[] }) {
  const body: BodyMeasurements = {};
  const troubles: Partial<Record<Measure, Trouble>> = {};
  for (const [name, text] of Object.entries(drafts) as [Measure, string][]) {
    const parsed = parseMeasure(name, text, units);
    if (parsed.kind === 'unreadable') troubles[name] = parsed;
    else if (parsed.kind === 'empty') body[name] = null;
    else {
      // A unit that was written out is no mix-up.
      const mix_up = /[a-z"'″′]/i.test(text) || sure_of.includes(name) ? null : findMixUp(name, parsed.value, units);
      if (mix_up) troubles[name] = { kind: 'mix_up', mix_up };
      else body[name] = parsed.value;
    }
  }
  return { body, troubles };
}

interface Conversion {
  from: Units;
  to: Units;
  /** As this shopper writes a number. */
  write: (value: number) => string;
}

/** Turns the drafts into other units; what cannot be read stays as it was typed. */
export function convertDrafts(drafts: Drafts, { from, to, write }: Conversion): Drafts {
  return Object.fromEntries(
    (Object.entries(drafts) as [Measure, string][]).map(([name, text]) => {
      const parsed = parseMeasure(name, text, from);
      return [name, parsed.kind === 'value' ? write(fromWire(name, parsed.value, to)) : text];
    }),
  );
}
