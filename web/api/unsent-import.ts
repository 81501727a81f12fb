const key = 'toile.unsent_import';

/** By what a file is known again: its page was left, and only choosing it anew gives its bytes. */
interface UnsentImport {
  import_id: string;
  name: string;
  bytes: number;
  modified_ms: number;
}

const sayFile = (import_id: string, { name, size, lastModified }: File): UnsentImport => ({
  import_id,
  name,
  bytes: size,
  modified_ms: lastModified,
});

/** Notes which file is on its way. A browser that keeps nothing sends it from the start the next time. */
export function keepUnsentImport(import_id: string, file: File): void {
  try {
    localStorage.setItem(key, JSON.stringify(sayFile(import_id, file)));
  } catch {
    // As said above.
  }
}

/** Lets go of it: it has arrived, was stopped, or its owner leaves. */
export function forgetUnsentImport(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then nothing was kept.
  }
}

/** Tells whether an import was begun in this browser, with this very file when one is given. */
export function isUnsentImport(import_id: string, file?: File): boolean {
  try {
    const kept = localStorage.getItem(key);
    if (kept === null) return false;
    return file ? kept === JSON.stringify(sayFile(import_id, file)) : (JSON.parse(kept) as UnsentImport).import_id === import_id;
  } catch {
    return false;
  }
}
