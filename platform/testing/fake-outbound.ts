import { AppError } from '#platform/errors/app-error.ts';
import type { Outbound } from '#platform/outbound/outbound.ts';

export interface FakeOutbound extends Outbound {
  /** Address to page text, or to the failure it gives. */
  pages: Map<string, string | AppError>;
  asked: string[];
}

/** Stands for the world of shops, so that use cases can be tested without one; outbound itself is tested over HTTP. */
export function fakeOutbound(): FakeOutbound {
  const pages = new Map<string, string | AppError>();
  const asked: string[] = [];
  return {
    pages,
    asked,
    readPage: (url) => {
      asked.push(url);
      const page = pages.get(url);
      if (typeof page === 'string') return Promise.resolve({ url, content_type: 'text/html', text: page });
      return Promise.reject(
        page ?? new AppError('catalog.page_missing', { message: 'The shop has no page at this link. Check the link.' }),
      );
    },
    stop: () => Promise.resolve(),
  };
}
