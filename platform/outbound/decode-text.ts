import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import htmlEncoding from 'html-encoding-sniffer';

/**
 * Decodes a page by byte order mark, then the charset of its Content-Type, then its meta tag (the WHATWG rule).
 * A page that says nothing is UTF-8 where its bytes are, else windows-1252, as browsers guess.
 */
export function decodeText(bytes: Buffer, content_type: string): string {
  const charset = /charset\s*=\s*"?([\w:.-]+)/i.exec(content_type)?.[1];
  const encoding = htmlEncoding(bytes, {
    ...(charset === undefined ? {} : { transportLayerEncodingLabel: charset }),
    defaultEncoding: isUtf8(bytes) ? 'UTF-8' : 'windows-1252',
  });
  return decoderFor(encoding).decode(bytes);
}

/** Some names of the standard are of encodings that are no longer decoded, for safety; their pages are read as UTF-8. */
function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder('utf-8');
  }
}
