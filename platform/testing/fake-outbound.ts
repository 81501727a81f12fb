import { AppError } from '#platform/errors/app-error.ts';
import type { Outbound, Validators } from '#platform/outbound/outbound.ts';

export interface FakeOutbound extends Outbound {
  /** Address to page text, or to the failure it gives. */
  pages: Map<string, string | AppError>;
  asked: string[];
  /** What the shop gives to recognise a page by, by its address. Whoever shows the same again hears that nothing changed. */
  etags: Map<string, string>;
}

/** Stands for the world of shops, so that use cases can be tested without one; outbound itself is tested over HTTP. */
export function fakeOutbound(): FakeOutbound {
  const pages = new Map<string, string | AppError>();
  const etags = new Map<string, string>();
  const asked: string[] = [];
  const validatorsOf = (url: string): Validators | null => {
    const etag = etags.get(url);
    return etag === undefined ? null : { url, etag, last_modified: null };
  };
  const readPage: Outbound['readPage'] = (url) => {
    asked.push(url);
    const page = pages.get(url);
    if (typeof page === 'string') return Promise.resolve({ url, content_type: 'text/html', text: page, validators: validatorsOf(url) });
    return Promise.reject(page ?? new AppError('catalog.page_missing', { message: 'The shop has no page at this link. Check the link.' }));
  };
  return {
    pages,
    etags,
    asked,
    readPage,
    rereadPage: async (url, validators, signal) => {
      const page = await readPage(url, signal);
      return page.validators !== null && page.validators.etag === validators.etag ? 'not_modified' : page;
    },
    // Whoever tests pictures gives a real one, and a shop on the loopback.
    readFile: (url) => {
      asked.push(url);
      const page = pages.get(url);
      return Promise.reject(
        page instanceof AppError ? page : new AppError('catalog.page_missing', { message: 'The shop has no picture at this link.' }),
      );
    },
    // Whoever tests messages gives a real one, which reaches a receiver on the loopback.
    post: () => Promise.resolve({ failure: 'unreachable' as const }),
    stop: () => Promise.resolve(),
  };
}
