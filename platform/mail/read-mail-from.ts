import * as z from 'zod';
import type { MailAddress } from './mail.ts';

const address = z.email().max(254);
const named = /^([^<>"\r\n]{0,80})<([^<>]+)>$/;

/** Reads `Name <address>` or a bare address; null when it is neither. */
export function readMailFrom(text: string): MailAddress | null {
  const [, name = '', inner = text] = named.exec(text) ?? [];
  const parsed = address.safeParse(inner.trim());
  return parsed.success ? { name: name.trim(), address: parsed.data } : null;
}
