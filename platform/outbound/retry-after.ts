/** Reads a Retry-After header, seconds or a date, into seconds from now; null when there is none, or nonsense. */
export function retryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Only the date of RFC 9110: Date.parse also accepts "-5" and "1.5".
  if (!/^[A-Z][a-z]+,? /.test(text)) return null;
  const at_ms = Date.parse(text);
  return Number.isNaN(at_ms) ? null : Math.max(0, (at_ms - now.getTime()) / 1000);
}
