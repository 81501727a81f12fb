import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { fetchProduct } from '../fetch-product.ts';
import type { Kept } from '../keep-reading.ts';
import { parseLink } from '../parse-link.ts';
import { findProduct } from '../product.store.ts';
import { readAgain } from '../refresh-product.ts';
import type { RunSource } from './run.store.ts';
import { settleSource } from './settle-source.ts';

/** A shop that is down is often back within the hour: tried after about 1, 2, 4 and 8 minutes, then refused. */
const attempts_max = 5;
const retry_delay_s = 60;
/** A page takes 15 s at most; whose worker was killed is tried again after this. */
const longest_s = 120;

const payload = z.object({ run_id: z.uuid(), source_no: z.int().min(1) });

/** Loads one link of a run: the whole pipeline for one product. One at a time for each source. */
export const load_link = job({
  name: 'catalog.load-link',
  payload,
  retry_limit: attempts_max - 1,
  retry_delay_s,
  longest_s,
  is_unique: true,
  run: (ctx, which) => settleSource(ctx, which, { load: (source) => loadSource(ctx, source), attempts_max }),
});

/** The name under which a source waits once. */
export const sourceKey = ({ run_id, source_no }: Pick<RunSource, 'run_id' | 'source_no'>): string => `${run_id}:${source_no}`;

/** Reads a link at its shop; a product that is kept already, at the address that it is kept under. */
export async function loadSource(ctx: Ctx, { source, product_id }: RunSource): Promise<Kept> {
  const row = product_id === null ? undefined : await findProduct(ctx, product_id);
  return row ? readAgain(ctx, row) : fetchProduct(ctx, parseLink(source));
}
