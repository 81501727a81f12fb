import type { BodyMeasurements } from '#contract/fit.ts';
import type { MixUp } from '#contract/mix-up.ts';
import { findMixUp } from './unit-mix-up.ts';
import { type Measure, type Units, fromWire, parseMeasure } from './units.ts';

/** What was typed and is not saved yet, in the units of the screen. */
export type Drafts = Partial<Record<Measure, string>>;
export type Trouble = { kind: 'unreadable' } | { kind: 'mix_up'; mix_up: MixUp };

interface Checking {
  units: Units;
  sure_of: Measure[];
  /** What is kept already: a weight is judged beside the height. */
  kept?: BodyMeasurements | undefined;
}

/** Reads the drafts: what may be sent (an emptied field is forgotten, null), and what must be asked back first. */
export function checkDrafts(drafts: Drafts, { units, sure_of, kept = {} }: Checking) {
  const body: BodyMeasurements = {};
  const troubles: Partial<Record<Measure, Trouble>> = {};
  const said: BodyMeasurements = { ...kept };
  for (const [name, text] of weightLast(drafts)) {
    const parsed = parseMeasure(name, text, units);
    if (parsed.kind === 'unreadable') troubles[name] = parsed;
    else if (parsed.kind === 'empty') body[name] = said[name] = null;
    else {
      // A unit that was written out is no mix-up.
      const is_clear = /[a-z"'″′’]/i.test(text) || sure_of.includes(name);
      const mix_up = is_clear ? null : findMixUp(name, { value: parsed.value, text, units, said });
      said[name] = mix_up?.value ?? parsed.value;
      if (mix_up) troubles[name] = { kind: 'mix_up', mix_up };
      else body[name] = parsed.value;
    }
  }
  return { body, troubles };
}

/** The weight is judged by the height and the age that are told with it, in whatever order they were typed. */
function weightLast(drafts: Drafts): [Measure, string][] {
  const entries = Object.entries(drafts) as [Measure, string][];
  return [...entries.filter(([name]) => name !== 'weight_kg'), ...entries.filter(([name]) => name === 'weight_kg')];
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
