import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sayAwake } from '#web/early-acts.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  title: string;
  description: string;
  /** The page's one address, from the root; queries that only sort or filter are no part of it. */
  path: string;
  /** A picture for those who pass the link on, 1200 x 630, from the root. */
  picture?: string;
  kind?: 'website' | 'product';
  /** schema.org facts of the page. */
  json_ld?: object | object[];
  /** For lists that were narrowed: there are too many of them, and each shows what the whole shows. */
  is_unlisted?: boolean;
}

/** Says what a public page is, to search engines and to those who pass its link on; React lifts the elements into the head. */
export function PageHead({ title, description, path, picture = '/share-picture.png', kind = 'website', json_ld, is_unlisted }: Props) {
  const t = useTranslate();
  useEffect(sayAwake, []);
  const { public_url } = useRouter().options.context.site;
  const whole_title = t('app.title', { page: title });
  const url = public_url + path;
  return (
    <>
      <title>{whole_title}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      {is_unlisted && <meta name="robots" content="noindex, follow" />}
      <meta property="og:site_name" content={t('app.name')} />
      <meta property="og:type" content={kind} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:image" content={public_url + picture} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      {json_ld && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: writeJson(json_ld) }} />}
    </>
  );
}

/** Without a `<` nothing in the facts can end the element that holds them. */
const writeJson = (facts: object): string => JSON.stringify(facts).replaceAll('<', '\\u003c');
