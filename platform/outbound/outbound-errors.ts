import { AppError } from '#platform/errors/app-error.ts';

/** What a shopper can always do when Toile cannot open a page itself. */
export const hand_over = 'Open the page in your browser and use the Toile bookmarklet, or paste the page’s source.';

export const badLink = (detail: string): AppError =>
  new AppError('catalog.bad_link', {
    message: 'This is not a link that Toile can open. Copy the whole address of the product page, beginning with https://.',
    detail,
    fields: { product_url: 'Not a web address of a shop' },
  });

/** Says nothing of what stands at the address: the answer must not map our network. */
export const linkRefused = (detail: string): AppError =>
  new AppError('catalog.link_refused', {
    message: 'Toile only opens pages of public shops. Copy the address of the product page from your browser.',
    detail,
  });

export const robotsForbidden = (host: string): AppError =>
  new AppError('catalog.robots_forbidden', { message: `${host} asks programs not to read this page. ${hand_over}` });

export const pageRefused = (host: string, detail: string): AppError =>
  new AppError('catalog.page_refused', { message: `${host} does not show this page to programs. ${hand_over}`, detail });

export const pageMissing = (host: string): AppError =>
  new AppError('catalog.page_missing', {
    message: `${host} has no page at this link. Check the link, or choose the product again in the shop.`,
  });

export const pageTooLarge = (host: string): AppError =>
  new AppError('catalog.page_too_large', {
    message: `The page at ${host} is larger than Toile reads. Check that the link leads to one product.`,
  });

/** Why every visit ends when outbound is stopped; unlike a deadline that passed, no host had part in it. */
export class OutboundStopped extends Error {}

/** Throws when it was our own stop that ended a visit. */
export function throwIfStopped({ reason }: AbortSignal): void {
  if (reason instanceof OutboundStopped) throw reason;
}

interface Unavailable {
  detail: string;
  retry_after_s?: number | undefined;
  cause?: unknown;
}

export const unavailable = (host: string, { detail, retry_after_s, cause }: Unavailable): AppError =>
  new AppError('catalog.retailer_unavailable', {
    message: `${host} service temporarily unavailable. Try again in a few minutes; or: ${lowerFirst(hand_over)}`,
    detail,
    cause,
    ...(retry_after_s === undefined ? {} : { retry_after_s: Math.max(1, Math.ceil(retry_after_s)) }),
  });

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
