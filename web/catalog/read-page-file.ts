/** Beyond this no page is meant, and reading it would fill a phone's memory. In bytes. */
const file_max_bytes = 20_000_000;

/** Reads a page that was saved to a file, in the encoding that it names; null when it is far too large to be one. */
export async function readPageFile(file: Blob): Promise<string | null> {
  if (file.size > file_max_bytes) return null;
  const bytes = await file.arrayBuffer();
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** Where HTML demands that a page names its encoding, in bytes. */
const named_within = 1024;

function encodingOf(bytes: ArrayBuffer): string {
  const start = new TextDecoder('latin1').decode(bytes.slice(0, named_within));
  const named = /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}
