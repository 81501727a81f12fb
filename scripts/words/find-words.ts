import { parseSync } from 'vite';

export interface WordInCode {
  file: string;
  line: number;
  words: string;
}

/** Attributes that a person reads or hears, HTML's own and those of our components. */
const spoken = new Set(
  (
    'aria-description aria-label aria-placeholder aria-roledescription aria-valuetext alt placeholder title ' +
    'caption confirm hint keep label lead legend note says text'
  ).split(' '),
);

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/**
 * Finds what components say in their own words instead of the catalogue's: text between tags, and attributes that are read out.
 * `files` maps path to source; only `.tsx` can say something. A story says it from `web/design/stories/words.ts`: English, for makers,
 * and never loaded by a shopper, so a translation of it would help nobody.
 */
export function findWords(files: ReadonlyMap<string, string>): WordInCode[] {
  return [...files].filter(([file]) => file.endsWith('.tsx')).flatMap(([file, source]) => wordsOf(file, source));
}

function wordsOf(file: string, source: string): WordInCode[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]!.message}`);
  const found: WordInCode[] = [];
  const add = (words: string, at: number) => {
    if (/\p{L}/u.test(words)) found.push({ file, line: source.slice(0, at).split('\n').length, words: words.trim() });
  };
  walk(program, (node) => {
    if (node.type === 'JSXText') add(String(node.value), node.start + String(node.value).search(/\S|$/));
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[]) if (child.type === 'JSXExpressionContainer') said(child.expression, add);
    if (node.type === 'JSXAttribute' && spoken.has(String((node.name as Node).name))) {
      const value = node.value as Node | null;
      said(value?.type === 'JSXExpressionContainer' ? value.expression : value, add);
    }
  });
  return found;
}

/** Words that an expression may come to without asking the catalogue: a literal, or one arm of a choice. */
function said(expression: unknown, add: (words: string, at: number) => void): void {
  const node = expression as Node | null;
  if (node?.type === 'Literal' && typeof node.value === 'string') add(node.value, node.start);
  if (node?.type === 'TemplateLiteral')
    add((node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' '), node.start);
  if (node?.type === 'ConditionalExpression') for (const arm of [node.consequent, node.alternate]) said(arm, add);
  if (node?.type === 'LogicalExpression') for (const arm of [node.left, node.right]) said(arm, add);
  if (node?.type === 'BinaryExpression' && node.operator === '+') for (const part of [node.left, node.right]) said(part, add);
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value) visit(value as Node);
    for (const child of Object.values(value)) if (child !== null && typeof child === 'object') walk(child, visit);
  }
}
