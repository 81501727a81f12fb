/** Claims whose probability lay in [from, to): how many, what they promised on average, and what share came true. */
export type ReliabilityBin = { from: number; to: number; count: number; promised: number; kept: number };

const bins_count = 10;

/** Sorts claims into ten equally wide bins of probability; empty bins stay out. Source: Naeini et al., AAAI 2015. */
export function measureReliability(claims: readonly { p: number; is_hit: boolean }[]): ReliabilityBin[] {
  const bins = Array.from({ length: bins_count }, () => ({ count: 0, p: 0, hits: 0 }));
  for (const { p, is_hit } of claims) {
    const bin = bins[Math.min(bins_count - 1, Math.floor(p * bins_count))]!;
    bin.count++;
    bin.p += p;
    bin.hits += is_hit ? 1 : 0;
  }
  return bins.flatMap(({ count, p, hits }, i) =>
    count === 0 ? [] : [{ from: i / bins_count, to: (i + 1) / bins_count, count, promised: p / count, kept: hits / count }],
  );
}

/** Gives the expected calibration error: how far promises and what came lie apart, weighed by how many there were. 0 for no claims. */
export function reliabilityError(bins: readonly ReliabilityBin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (count === 0) return 0;
  return bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.promised - bin.kept), 0) / count;
}
