import { field, listOf, parseLooseJson } from './parse-json.ts';

/** Pages hold a few dozen; the bound ends a page that nests without end. */
const nodes_max = 2000;
/** Values looked at for names and references; a page of 2000 variants has about 60,000. */
const values_max = 300_000;

/**
 * Lists the JSON-LD nodes of a page that stand on their own: graphs, lists and what a page says it is about are taken
 * apart; names are written short, references (`{"@id": …}`) lead to what they name. Broken scripts are left out.
 */
export function jsonLdNodes(scripts: readonly string[]): object[] {
  const roots = scripts.map(parseLooseJson);
  const by_id = new Map<string, object>();
  const holders: [object, string][] = [];
  readNames(roots, { by_id, holders });
  for (const [holder, name] of holders) pointTo(holder, name, by_id);
  const nodes: object[] = [];
  const waiting: unknown[] = [...roots];
  const seen = new Set<object>();
  for (let i = 0; i < waiting.length && nodes.length < nodes_max; i += 1) {
    const value = waiting[i];
    if (Array.isArray(value)) waiting.push(...value.slice(0, nodes_max));
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      nodes.push(value);
      for (const name of ['@graph', 'mainEntity', 'itemOffered', 'isVariantOf'])
        if (Object.hasOwn(value, name)) waiting.push(field(value, name));
    }
  }
  return nodes;
}

interface Names {
  by_id: Map<string, object>;
  /** Where a reference stands: the object that holds it and under which name. */
  holders: [object, string][];
}

/** Writes names short, in place, and notes what bears an @id and what refers to one. */
function readNames(roots: readonly unknown[], { by_id, holders }: Names): void {
  const waiting: unknown[] = [...roots];
  for (let i = 0; i < waiting.length && i < values_max; i += 1) {
    const value = waiting[i];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const [at, one] of value.entries()) if (isReference(one)) holders.push([value, String(at)]);
      waiting.push(...value.slice(0, values_max - waiting.length));
      continue;
    }
    const node = value as Record<string, unknown>;
    for (const name of Object.keys(node)) {
      const bare = name.replace(/^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)/, '');
      // Wix writes `Offers` and `Availability`.
      const short = bare.charAt(0).toLowerCase() + bare.slice(1);
      // `schema:__proto__` would put the page's own object in the place of Object.prototype.
      if (short !== name && short !== '__proto__' && !Object.hasOwn(node, short)) node[short] = node[name];
      if (isReference(node[short])) holders.push([node, short]);
      waiting.push(node[short]);
    }
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !by_id.has(id)) by_id.set(id, node);
  }
}

const isReference = (value: unknown): value is { '@id': string } =>
  typeof value === 'object' && value !== null && typeof field(value, '@id') === 'string' && Object.keys(value).length === 1;

function pointTo(holder: object, name: string, by_id: ReadonlyMap<string, object>): void {
  const values = holder as Record<string, unknown>;
  const named = by_id.get((values[name] as { '@id': string })['@id']);
  if (named) values[name] = named;
}

/** Tells whether a node is of a schema.org type. */
export function isOfType(node: unknown, type: string): boolean {
  return listOf(field(node, '@type')).some(
    (one) => typeof one === 'string' && one.replace(/^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)/, '') === type,
  );
}

/** Gives the names of the breadcrumbs, outermost first. */
export function breadcrumbsOf(nodes: readonly object[]): string[] {
  const list = nodes.find((node) => isOfType(node, 'BreadcrumbList'));
  const elements = listOf(field(list, 'itemListElement')).slice(0, 20);
  return elements.flatMap((element) => {
    const name = field(element, 'name') ?? field(field(element, 'item'), 'name');
    return typeof name === 'string' ? [name] : [];
  });
}
