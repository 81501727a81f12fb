import type { Ctx } from '#platform/area/context.ts';
import { builtInCutOut } from './built-in-cut-out.ts';
import type { CutOut } from './cut-out.ts';
import { httpCutOut } from './http-cut-out.ts';

/** Gives what cuts garments out here: the service in CUT_OUT_URL, else ourselves. */
export const chooseCutOut = ({ config }: Ctx): CutOut => (config.CUT_OUT_URL ? httpCutOut(config.CUT_OUT_URL) : builtInCutOut);
