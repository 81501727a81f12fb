import { brought_kinds, skip_reasons, type BroughtKind, type ImportResult } from '#contract/imports.ts';
import type { Translate } from '#web/messages/translate.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Parts of Toile of which something stays in the file; another one, of a newer Toile, is not named. */
const parts = ['people', 'catalog', 'fit', 'insight', 'inbox'] as const;

/** What came out of a file, what was here before, and what stayed in it and why. */
export function BroughtBack({ result }: { result: ImportResult }) {
  const t = useTranslate();
  const { known, skipped, not_taken } = result;
  const added = addedOf(t, result);
  const known_count = Object.values(known).reduce((sum, count) => sum + count, 0);
  const left = parts.filter((part) => not_taken.some((name) => name.startsWith(`${part}.`)));
  return (
    <div className="small stack" style={{ '--s': '8px' } as React.CSSProperties}>
      <p>{added.length > 0 ? t('bring.added', { what: t.list(added) }) : t('bring.nothing')}</p>
      {added.length > 0 && known_count > 0 && <p className="quiet">{t('bring.known', { count: known_count })}</p>}
      {skip_reasons.map((reason) => {
        const what = skipped.filter((one) => one.reason === reason).map(({ kind, count }) => kindText(t, kind, count));
        return what.length > 0 && <p key={reason}>{t(`bring.skipped.${reason}`, { what: t.list(what) })}</p>;
      })}
      {left.length > 0 && <p className="quiet">{t('bring.left', { what: t.list(left.map((part) => t(`bring.left.${part}`))) })}</p>}
    </div>
  );
}

/** In the order in which people look for it: what hangs in the wardrobe first. */
function addedOf(t: Translate, { added, photos }: ImportResult): string[] {
  const counts: Partial<Record<BroughtKind, number>> = { ...added, photos };
  return first_kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [kindText(t, kind, count)] : [];
  });
}

const shown_first: readonly BroughtKind[] = ['garments', 'photos', 'looks', 'wears', 'washes', 'saved'];
const first_kinds: readonly BroughtKind[] = [...shown_first, ...brought_kinds.filter((kind) => !shown_first.includes(kind))];

const kindText = (t: Translate, kind: BroughtKind, count: number): string => t(`bring.kind.${kind}`, { count });
