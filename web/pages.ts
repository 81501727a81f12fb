/**
 * Whom a page is for. `public`: anybody may read it, so the server renders it whole, search engines are told of it, and a
 * browser lays it away. `personal`: it shows somebody's own things, so the server gives the frame alone, crawlers are asked to
 * stay out, and nothing of it is kept. `unlisted`: the frame alone too, for there is nothing in it to find, or to hide.
 */
export type PageClass = 'public' | 'personal' | 'unlisted';

/** Every page by its address, as the router writes addresses. What renders, maps, shuts and lays away pages reads this. */
export const pages: Readonly<Record<string, PageClass>> = {
  '/': 'public',
  '/shop': 'public',
  '/shop/$slug': 'public',
  '/boutiques/$slug': 'public',
  '/privacy': 'public',
  '/fitting/$session_id': 'personal',
  '/fitting/$session_id/feedback': 'personal',
  '/did-it-fit/$token': 'personal',
  '/profile': 'personal',
  '/profile/account': 'personal',
  '/profile/preferences': 'personal',
  '/wardrobe': 'personal',
  '/wardrobe/add': 'personal',
  '/wardrobe/saved': 'personal',
  '/wardrobe/$id': 'personal',
  '/wardrobe/$id/fix': 'personal',
  '/mirror': 'personal',
  '/mirror/$session_id': 'personal',
  '/looks': 'personal',
  '/look/$token': 'personal',
  '/sign-in': 'personal',
  '/sign-up': 'personal',
  '/hand-over': 'personal',
  '/share': 'personal',
  '/operator': 'personal',
  '/size-chart': 'unlisted',
  '/design': 'unlisted',
  '/offline': 'unlisted',
};

/** Lists the addresses of a class. */
export const pagesOf = (wanted: PageClass): string[] => Object.keys(pages).filter((path) => pages[path] === wanted);

/**
 * Of the personal pages, what somebody waits for: the server writes it too, for whoever's it is and comes with their cookie, and
 * nobody keeps it. Without a cookie, and when anything is amiss, the frame goes out and the browser tells.
 */
const written_for_owner: readonly string[] = ['/fitting/$session_id'];

/** Of the personal pages, those whose address is the key: the server writes them for whoever has it, and nobody keeps them. They work without scripts. */
const written_for_holder: readonly string[] = ['/did-it-fit/$token', '/look/$token'];

/** Each part that stands for a value is one step of an address. */
const formsOf = (paths: readonly string[]): RegExp[] =>
  paths.map((path) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+').replace(/\/$/, '')}/?$`));
const public_forms = formsOf(pagesOf('public'));
const owner_forms = formsOf(written_for_owner);
const holder_forms = formsOf(written_for_holder);

/** Tells whether anybody may read the page at an address; what is no page at all is not public. */
export const isPublicPage = (pathname: string): boolean => public_forms.some((form) => form.test(pathname));

/** Tells whether a page is written for its owner alone. */
export const isOwnersPage = (pathname: string): boolean => owner_forms.some((form) => form.test(pathname));

/** Tells whether a page is written for whoever has its address. */
export const isHoldersPage = (pathname: string): boolean => holder_forms.some((form) => form.test(pathname));
