import { Parser } from 'htmlparser2';
import { storageUnavailable } from '../storage-errors.ts';
import type { StoredPage } from '../storage.ts';

/** Reads an answer to ListObjectsV2; `prefix` is taken off the keys. Throws for an answer that was cut. */
export function readList(xml: string, prefix: string): StoredPage {
  const objects: StoredPage['objects'] = [];
  let [text, key, is_truncated, is_whole] = ['', '', false, false];
  const parser = new Parser(
    {
      onopentag: () => (text = ''),
      ontext: (more) => (text += more),
      onclosetag: (name, is_implied) => {
        if (name === 'Key') key = text;
        if (name === 'Size') objects.push({ key: key.slice(prefix.length), size_bytes: Number(text) });
        if (name === 'IsTruncated') is_truncated = text === 'true';
        if (name === 'ListBucketResult') is_whole = !is_implied;
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (!is_whole) throw storageUnavailable('S3 answered a list that is not whole');
  return { objects, next: is_truncated ? (objects.at(-1)?.key ?? null) : null };
}
