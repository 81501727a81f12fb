/** What a size label says by itself: a letter's place (M is 0, L 1, XS -2), or a number and the system that it names. */
export type SizeWord = { letter: number } | { number: number; system: NumberSystem | null };
export type NumberSystem = 'us' | 'uk' | 'eu' | 'fr' | 'it';

const systems: Readonly<Record<string, NumberSystem>> = { US: 'us', USA: 'us', UK: 'uk', GB: 'uk', AU: 'uk', AUS: 'uk', NZ: 'uk' };
const systems_of_europe: Readonly<Record<string, NumberSystem>> = { EU: 'eu', EUR: 'eu', DE: 'eu', FR: 'fr', ES: 'fr', IT: 'it' };
const system_names = { ...systems, ...systems_of_europe };
const named = Object.keys(system_names).join('|');
const with_system = new RegExp(`^(?:(${named})[ .:-]*)?([0-9].*?)(?:[ ]*(${named}))?$`);

/** `4Y`, `5-6 years`, `12M`: whom a child's size is for; no number of any system. */
const age = /^\d+(?: ?[-–/] ?\d+)? ?(?:Y|M(?:O|$)|ANS|JAHRE?)/;

/**
 * Reads a size label: `XS`, `2XL`, `Extra large`, `L-T`, `1X` (plus, after XL), `PP`, `G`; `00`, `14W`, `UK 12`, `40R`, `W32 L34`. null
 * where it says nothing that we know. Numbers below 0 stand for `00` (-2) and `000` (-4), so that two apart are one size apart.
 */
export function readSizeWord(label: string): SizeWord | null {
  const text = label.trim().toUpperCase();
  return readLetter(text) ?? readNumber(text);
}

function readLetter(text: string): SizeWord | null {
  const short = text
    .replace(/\bEXTRA[ -]?|\bX[ -](?=[SL])/g, 'X')
    .replace(/\bPETITE |\bTALL |^[PT](?=X*[SML]$)/, '')
    .replace(/(X*)(S)MALL|(M)EDIUM|(X*)(L)ARGE/, '$1$2$3$4$5');
  const plus = /^(\d)X\b/.exec(short);
  // 1X follows XL by less than a size: half.
  if (plus) return { letter: Number(plus[1]) + 1.5 };
  const french = /^(P{1,3}|G{1,3})$/.exec(short);
  if (french) return { letter: french[1]!.startsWith('P') ? -french[1]!.length - 0.5 : french[1]!.length };
  const [, times, marks, base] = /^(?:(\d)X|(X*))([SML])(?:[TPR]?)\b/.exec(short) ?? [];
  if (base === undefined) return null;
  const steps = 1 + (times === undefined ? marks!.length : Number(times));
  return { letter: base === 'M' ? 0 : base === 'S' ? -steps : steps };
}

function readNumber(text: string): SizeWord | null {
  const [, before, rest, behind] = with_system.exec(text.replace(/^(?:SIZE |W(?=\d))/, '')) ?? [];
  if (rest === undefined || age.test(rest)) return null;
  const digits = /^\d+(?:[.,]\d+)?/.exec(rest)![0];
  const number = /^0+$/.test(digits) ? 2 - 2 * digits.length : Number(digits.replace(',', '.'));
  // 14W follows 14 by less than a size (two numbers): half.
  return { number: /^[12]\d ?W[PT]?$/.test(rest) ? number + 1 : number, system: system_names[before ?? behind ?? ''] ?? null };
}
