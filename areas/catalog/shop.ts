/** A shop whose pages Toile knows by heart. */
export interface Shop {
  key: string;
  name: string;
  hosts: readonly string[];
}

/** `factory.jcrew.com` is another brand with other sizes, so hosts are listed one by one. */
export const jcrew: Shop = { key: 'jcrew', name: 'J.Crew', hosts: ['www.jcrew.com', 'jcrew.com', 'm.jcrew.com'] };

/** Tells which shop a link belongs to. Shops that Toile does not know are named by their host. */
export function shopOf(link: URL): Shop {
  const host = link.hostname.toLowerCase();
  if (jcrew.hosts.includes(host)) return jcrew;
  const name = host.replace(/^www\./, '');
  return { key: name, name, hosts: [host] };
}
