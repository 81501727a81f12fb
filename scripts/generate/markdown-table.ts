/** Draws a Markdown table the way the formatter leaves it: cells padded to their column. Pipes in a cell are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', String.raw`\|`)));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((row) => (row[column] ?? '').length)));
  const draw = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return [draw(first), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(draw), ''].join('\n');
}
