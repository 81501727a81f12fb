import { field, parseJson } from './parse-json.ts';

/** Pages hold a few dozen; the bound ends a page that nests without end. */
const nodes_max = 2000;

/** Lists the JSON-LD nodes of a page that stand on their own, graphs and lists taken apart; broken scripts are left out. */
export function jsonLdNodes(scripts: readonly string[]): object[] {
  const nodes: object[] = [];
  const waiting: unknown[] = scripts.map(parseJson);
  for (let i = 0; i < waiting.length && nodes.length < nodes_max; i += 1) {
    const value = waiting[i];
    if (Array.isArray(value)) waiting.push(...value.slice(0, nodes_max));
    else if (typeof value === 'object' && value !== null) {
      nodes.push(value);
      for (const name of ['@graph', 'mainEntity']) if (Object.hasOwn(value, name)) waiting.push(field(value, name));
    }
  }
  return nodes;
}

/** Tells whether a node is of a schema.org type. */
export function isOfType(node: unknown, type: string): boolean {
  const types = field(node, '@type');
  return (Array.isArray(types) ? types : [types]).some(
    (one) => typeof one === 'string' && one.replace(/^https?:\/\/schema\.org\//, '') === type,
  );
}

/** Gives the names of the breadcrumbs, outermost first. */
export function breadcrumbsOf(nodes: readonly object[]): string[] {
  const list = nodes.find((node) => isOfType(node, 'BreadcrumbList'));
  const elements = field(list, 'itemListElement');
  if (!Array.isArray(elements)) return [];
  return elements.slice(0, 20).flatMap((element) => {
    const name = field(element, 'name') ?? field(field(element, 'item'), 'name');
    return typeof name === 'string' ? [name] : [];
  });
}
