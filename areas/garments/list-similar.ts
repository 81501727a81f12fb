import type { Ctx } from '#platform/area/context.ts';
import { nearestRows } from '#science/numerics/nearest-rows.ts';
import { listEmbeddings } from './tags.store.ts';

/** Gives which of an owner's garments look like one of them, the likest first; none until its photo was looked at. The caller has authorised. */
export async function listSimilar(ctx: Ctx, { id, owner_id, count }: { id: string; owner_id: string; count: number }): Promise<string[]> {
  const all = await listEmbeddings(ctx, owner_id);
  const own = all.find(({ garment_id }) => garment_id === id);
  if (!own) return [];
  const others = all.filter(({ garment_id, network_version }) => garment_id !== id && network_version === own.network_version);
  const query = floatsOf(own.embedding);
  const rows = new Float32Array(others.length * query.length);
  others.forEach(({ embedding }, i) => rows.set(floatsOf(embedding), i * query.length));
  return nearestRows({ rows, dimensions: query.length }, query, count).map(({ index }) => others[index]!.garment_id);
}

function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
