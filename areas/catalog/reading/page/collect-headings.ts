import type { Visitor } from './walk-html.ts';

/** The names that a page gives itself. */
export interface Headings {
  /** `<title>`. */
  title: string;
  /** Texts of its `<h1>`, in order. */
  first: string[];
}

const first_max = 5;
const text_max = 300;

/** Collects the title of a page and its first headings. */
export function collectHeadings(): Visitor & { headings: Headings } {
  const headings: Headings = { title: '', first: [] };
  let inside: { depth: number; is_title: boolean; text: string } | null = null;
  return {
    headings,
    open: ({ name, depth, is_void }) => {
      if (is_void || inside) return;
      // A drawing has a title too; it stands deeper.
      const is_title = name === 'title' && depth <= 3 && headings.title === '';
      if (is_title || (name === 'h1' && headings.first.length < first_max)) inside = { depth, is_title, text: '' };
    },
    text: (text) => {
      if (inside && inside.text.length < text_max) inside.text += text;
    },
    close: (depth) => {
      if (!inside || inside.depth < depth) return;
      const text = inside.text.replaceAll(/\s+/g, ' ').trim();
      if (inside.is_title) headings.title = text;
      else if (text !== '') headings.first.push(text);
      inside = null;
    },
  };
}
