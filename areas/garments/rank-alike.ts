import { nearestRows } from '#science/numerics/nearest-rows.ts';
import type { Embedded } from './embed-picture.ts';
import { network_version } from './tagging/read-garment.ts';

interface Candidate extends Embedded {
  id: string;
  is_same_kind: boolean;
}

/**
 * Ranks what looks like a garment by cosine, the likest first, and leaves out what does not: another kind must be much more
 * alike than the same, or a cap would be like a skirt. Only embeddings of one `network_version` are compared. Of several
 * with one id the likest counts. Exact: O(candidates x 128).
 */
export function rankAlike(asked: Embedded, candidates: readonly Candidate[], count: number): string[] {
  const comparable = candidates.filter((one) => one.network_version === asked.network_version);
  const query = floatsOf(asked.embedding);
  const rows = new Float32Array(comparable.length * query.length);
  comparable.forEach(({ embedding }, i) => rows.set(floatsOf(embedding), i * query.length));
  const ranked = nearestRows({ rows, dimensions: query.length }, query, comparable.length);
  const alike = ranked.filter(({ index, likeness }) => likeness >= leastLikeness(asked.network_version, comparable[index]!.is_same_kind));
  return [...new Set(alike.map(({ index }) => comparable[index]!.id))].slice(0, count);
}

/** Least cosines of our own network's embeddings, measured with `npm run bench:tags`: see tagging/README.md. */
const same_kind_min = 0.4;
const other_kind_min = 0.7;

/** How like one garment is to be: of another model we know no scale, so that only the same kind counts, however far. */
const leastLikeness = (version: string, is_same_kind: boolean): number => {
  if (version !== network_version) return is_same_kind ? -1 : Infinity;
  return is_same_kind ? same_kind_min : other_kind_min;
};

function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
