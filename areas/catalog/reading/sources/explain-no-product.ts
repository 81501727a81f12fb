import type { AppError } from '#platform/errors/app-error.ts';
import { pageMissing, pageRefused } from '#platform/outbound/outbound-errors.ts';
import { notAProduct, productGone, unknownShop } from '../../errors.ts';
import type { PageFacts } from '../page/page-facts.ts';

const robots =
  /robot check|are you (?:a )?(?:human|robot)|captcha|access denied|attention required|just a moment|pardon our interruption|verify you are human|forbidden/i;
const missing =
  /\b404\b|page not found|page (?:can(?:no|')t|could not) be found|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata/i;
const gone =
  /no longer (?:available|sold)|has been discontinued|nicht mehr (?:verfügbar|erhältlich)|n['’]est plus disponible|ya no está disponible|non è più disponibile/i;

/** Says what a page without a product is instead, as far as its titles tell, and so what to do next. */
export function explainNoProduct({ headings, marked, html }: PageFacts, { host, is_list }: { host: string; is_list: boolean }): AppError {
  const titles = [headings.title, ...headings.first].join(' ');
  if (robots.test(titles) || marked.has('captchacharacters')) return pageRefused(host, 'a check for robots stands in its place');
  if (missing.test(titles)) return pageMissing(host);
  if (is_list) return notAProduct('no product, and many links to products');
  return gone.test(`${titles} ${html.slice(0, 500_000)}`) ? productGone(host) : unknownShop(host);
}
