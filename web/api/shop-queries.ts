import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Client } from '#contract/client.ts';
import { type ShopSearch, toQuery } from '#web/shop/shop-search.ts';

/** Stock and prices may be this old on a screen; the server's own page is not fresher. In ms. */
const fresh_ms = 30_000;

/** The grid of the shop, page after page. */
export const productsQuery = (call: Client, search: ShopSearch) =>
  infiniteQueryOptions({
    queryKey: ['products', search],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/products', { query: { ...toQuery(search), ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: search.after ?? '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    staleTime: fresh_ms,
  });

export const productQuery = (call: Client, slug: string) =>
  queryOptions({
    queryKey: ['product', slug],
    queryFn: ({ signal }) => call('GET /v1/products/{id}', { params: { id: slug }, signal }),
    staleTime: fresh_ms,
  });

export const similarQuery = (call: Client, slug: string) =>
  queryOptions({
    queryKey: ['similar', slug],
    queryFn: ({ signal }) => call('GET /v1/products/{id}/similar', { params: { id: slug }, query: { limit: 4 }, signal }),
    staleTime: fresh_ms * 10,
  });

export const boutiqueQuery = (call: Client, slug: string) =>
  queryOptions({
    queryKey: ['boutique', slug],
    queryFn: ({ signal }) => call('GET /v1/boutiques/{id}', { params: { id: slug }, signal }),
    staleTime: fresh_ms * 10,
  });
