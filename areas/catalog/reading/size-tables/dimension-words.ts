import type { DimensionName } from '#contract/catalog.ts';
import type { Range } from './parse-measure.ts';

/** What shops call a dimension, in the order in which they are tried: `sleeve length` is a sleeve, `waist to hip` is neither. */
const names: readonly (readonly [DimensionName | null, RegExp])[] = [
  [
    null,
    /\b(?:waist to hip|height|weight|age|body type|rise|thigh|knee|hem|leg opening|cuff|bicep|armhole|torso|foot|head|wrist|crotch|calf|ankle|under ?bust|cup|band|hem width|bottom width|heel)\b/i,
  ],
  [
    'inseam',
    /\b(?:inseam|inside ?leg|inner ?leg|leg length|entrejambe|innenbein\w*|schrittl(?:ä|ae)nge|tiro interno|entrepierna|interno gamba)\b|股下/i,
  ],
  ['sleeves', /\b(?:sleeves?|arm(?: ?length)?|manches?|(?:ä|ae)rmel\w*|manga|manica|maniche)\b|袖/i],
  ['shoulders', /\b(?:shoulders?|across shoulder|(?:é|e)paules?|schulter\w*|hombros?|spalle|spalla)\b|肩/i],
  ['neck', /\b(?:neck|collar|cou|encolure|hals\w*|kragen\w*|cuello|collo)\b|首/i],
  [
    'chest',
    /\b(?:chest|bust|pit to pit|armpit|body width|p2p|poitrine|tour de poitrine|brust\w*|oberweite|pecho|busto|torace|petto|borstomvang)\b|胸|バスト|身幅/i,
  ],
  ['hip', /\b(?:hips?|seat|hanches?|bassin|h(?:ü|ue)ft\w*|cadera|fianchi|heup\w*)\b|ヒップ|尻/i],
  ['waist', /\b(?:waist|taille|tour de taille|taillen\w*|bund\w*|cintura|vita|girovita)\b|ウエスト/i],
  ['length', /\b(?:length|body length|back length|longueur|l(?:ä|ae)nge|gesamtl(?:ä|ae)nge|largo|longitud|lunghezza)\b|着丈/i],
];

/** Tells which dimension a heading of a chart names; null for none of ours. */
export const dimensionOf = (text: string): DimensionName | null => names.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

export const girths: ReadonlySet<DimensionName> = new Set(['chest', 'waist', 'hip', 'neck']);

/** Where measures of bodies and clothes lie, children included, in cm; outside, the unit or the meaning was misread. */
export const plausible_cm: Readonly<Record<DimensionName, Range>> = {
  chest: [40, 190],
  waist: [38, 180],
  hip: [40, 190],
  neck: [20, 65],
  shoulders: [20, 75],
  sleeves: [8, 105],
  length: [25, 170],
  inseam: [8, 110],
};

/** Words that say a measure is of the garment, not of the body it is for. */
export const says_garment =
  /\b(?:garment|product (?:measurements?|dimensions?)|item measurements?|flat|laid|pit to pit|p2p|actual|finished|body (?:width|length)|width|measured|vêtement|kleidungsst(?:ü|ue)ck|prenda|capo)\b|身幅|着丈/i;
/** Words that say a measure is of the body. */
export const says_body =
  /\b(?:body (?:measurements?|size)|your (?:body|measurements?|chest|bust|waist|hips?)|to fit|fits? (?:chest|bust|waist)|k(?:ö|oe)rperma(?:ß|ss)e?|mensurations|medidas (?:del cuerpo|corporales)|misure del corpo)\b/i;
