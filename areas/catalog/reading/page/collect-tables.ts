import type { Visitor } from './walk-html.ts';

/** A table of a page as text, with what stands before it and names it. */
export interface TextTable {
  /** Caption, or the last heading or line before the table. */
  title: string;
  /** Rows of cells, blanks trimmed; a cell that spans columns stands in each of them. */
  rows: string[][];
}

/** Size charts are small; the bounds end a page that means no good. */
const bounds = { tables: 40, rows: 80, cells: 40, cell: 80, title: 200 };

/** Collects the tables of a page in order. Of tables inside tables the inner one counts. */
export function collectTables(): Visitor & { tables: TextTable[] } {
  const tables: TextTable[] = [];
  let open: { depth: number; table: TextTable } | null = null;
  let cell: { depth: number; text: string; span: number } | null = null;
  let title: { depth: number; text: string } | null = null;
  let before = '';
  const endCell = (): void => {
    const row = open?.table.rows.at(-1);
    if (cell && row) row.push(...Array<string>(Math.min(cell.span, bounds.cells - row.length)).fill(clean(cell.text, bounds.cell)));
    cell = null;
  };
  return {
    tables,
    open: ({ name, attributes, depth, is_void }) => {
      if (is_void) return;
      if (name === 'table') {
        if (tables.length >= bounds.tables) return;
        open = { depth, table: { title: before, rows: [] } };
        tables.push(open.table);
        cell = null;
      } else if (open && name === 'tr') {
        endCell();
        if (open.table.rows.length < bounds.rows) open.table.rows.push([]);
      } else if (open && (name === 'td' || name === 'th')) {
        endCell();
        cell = { depth, text: '', span: spanOf(attributes.get('colspan')) };
      } else if (/^(?:h[1-6]|caption|legend|summary|figcaption)$/.test(name)) title = { depth, text: '' };
    },
    text: (text) => {
      if (cell && cell.text.length < bounds.cell * 4) cell.text += text;
      if (title && title.text.length < bounds.title) title.text += text;
    },
    close: (depth) => {
      if (cell && cell.depth >= depth) endCell();
      if (title && title.depth >= depth) {
        const text = clean(title.text, bounds.title);
        if (open && text !== '') open.table.title = text;
        before = text === '' ? before : text;
        title = null;
      }
      if (open && open.depth >= depth) open = null;
    },
  };
}

const spanOf = (text: string | undefined): number => Math.min(bounds.cells, Math.max(1, Number.parseInt(text ?? '1', 10) || 1));

const clean = (text: string, max: number): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, max);
