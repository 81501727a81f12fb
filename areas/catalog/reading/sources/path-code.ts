import { createHash } from 'node:crypto';

/** Names a product by the path of its page where the shop gives it no code. Paths may be longer than a code, and share their beginning. */
export const pathCode = (link: URL): string => createHash('sha256').update(link.pathname).digest('hex').slice(0, 32);
