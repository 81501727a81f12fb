import type { Tag, Visitor } from './walk-html.ts';

const choices_max = 300;
const off_class = /^(?:disabled|unselectable|out-of-stock|unavailable)$/;

export type Choices = ReadonlyMap<string, readonly { label: string; is_available: boolean }[]>;

/** Collects `data-attr="size"` and what may be chosen in it, as Salesforce Commerce marks it. */
export function collectChoices(): Visitor & { found: Choices } {
  const found = new Map<string, { label: string; is_available: boolean }[]>();
  let inside: { depth: number; name: string } | null = null;
  return {
    found,
    open: ({ attributes, depth, is_void }: Tag): void => {
      const row = attributes.get('data-attr');
      if (row !== undefined && inside === null && !is_void && !found.has(row)) {
        inside = { depth, name: row };
        found.set(row, []);
      }
      const label = attributes.get('data-attr-value');
      const list = inside && found.get(inside.name);
      if (label === undefined || !list || list.length >= choices_max || list.some((one) => one.label === label)) return;
      const classes = (attributes.get('class') ?? '').toLowerCase().split(/\s+/);
      list.push({ label, is_available: !classes.some((one) => off_class.test(one)) });
    },
    text: () => undefined,
    close: (depth: number): void => {
      if (inside && inside.depth >= depth) inside = null;
    },
  };
}
