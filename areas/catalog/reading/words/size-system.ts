import { size_systems } from '#contract/catalog.ts';

export type SizeSystem = (typeof size_systems)[number];

const spelled: Readonly<Record<string, SizeSystem>> = {
  EUR: 'EU',
  EURO: 'EU',
  USA: 'US',
  GB: 'UK',
  I: 'IT',
  F: 'FR',
  D: 'DE',
  JPN: 'JP',
  AUS: 'AU',
  INTL: 'INT',
};
const names = [...size_systems, ...Object.keys(spelled)].toSorted((a, b) => b.length - a.length).join('|');
const before = new RegExp(`^(?:(?:MEN|WOMEN|M|W)(?:'S|’S)? )?(${names})[ .:-]*(?=\\d|X{0,3}[SML]\\b)`);
const behind = new RegExp(`^(\\d[\\d./ ]*?) ?(${names})$`);

/**
 * Splits off the system that a label names, in capitals, before or behind: `EU 42`, `42 IT`. Of several sizes for one
 * (`US 8 / UK 12`) the first is taken. A single letter counts only before a number with a blank.
 */
export function splitSizeSystem(text: string): { system: SizeSystem | null; rest: string } {
  const first = firstOfSeveral(text);
  const lead = before.exec(first);
  if (lead && isSure(lead[1]!, first)) return { system: systemOf(lead[1]!), rest: first.slice(lead[0].length).trim() };
  const tail = behind.exec(first);
  if (tail && tail[2]!.length > 1) return { system: systemOf(tail[2]!), rest: tail[1]!.trim() };
  return { system: null, rest: text };
}

/** `US 8 / UK 12 / EU 40`, `UK 8|EU 36`: only where the second part names a system too. */
function firstOfSeveral(text: string): string {
  const parts = text.split(/\s*[/|,;=]\s*/);
  const named = new RegExp(`(?:^|[\\d ])(?:${names})(?:[ .:]*\\d|$)`);
  return parts.length > 1 && parts.slice(1).every((part) => named.test(part)) ? parts[0]! : text;
}

/** `D 38` is German, `D38` could be anything. */
const isSure = (name: string, text: string): boolean => name.length > 1 || text.startsWith(`${name} `);

const systemOf = (name: string): SizeSystem => spelled[name] ?? (name as SizeSystem);

/** Reads a system as schema.org's SizeSystemEnumeration, Google or shops name it; null for none. */
export function readSizeSystem(text: string | null): SizeSystem | null {
  const name = (text ?? '')
    .replace(/^.*[/:]/, '')
    .replace(/^(?:WearableSizeSystem|SizeSystem)/i, '')
    .trim()
    .toUpperCase();
  const known: string = { METRIC: 'INT', IMPERIAL: 'INT', EN13402: 'EU', EUROPE: 'EU', CONTINENTAL: 'EU' }[name] ?? spelled[name] ?? name;
  return size_systems.find((one) => one === known) ?? null;
}
