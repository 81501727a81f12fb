import type { Ctx } from '#platform/area/context.ts';
import { photoProblem } from '../errors.ts';
import type { CutOut } from './cut-out.ts';
import { httpCutOut } from './http-cut-out.ts';

/** Gives what cuts garments out here: the service in CUT_OUT_URL. */
export function chooseCutOut({ config }: Ctx): CutOut {
  if (config.CUT_OUT_URL) return httpCutOut(config.CUT_OUT_URL);
  throw photoProblem('garments.cut_out_unavailable', 'CUT_OUT_URL is empty');
}
