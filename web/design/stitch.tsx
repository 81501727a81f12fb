/** The mark before a claim: sewn when we know it, basted when we guess. The words beside it must say so too. */
export function Stitch({ is_known, is_full = false }: { is_known: boolean; is_full?: boolean }) {
  return <i className={`${is_known ? 'seam' : 'baste'}${is_full ? ' full' : ''}`} aria-hidden="true" />;
}
