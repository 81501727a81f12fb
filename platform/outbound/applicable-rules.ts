/** Kept of one site: real groups stay below 20 kB, and strangers who name us many sites must not fill the table. */
const rules_max_chars = 32_000;
/** No link that is read is longer; then shorter and shorter, until the rules fit. */
const pattern_lengths = [2000, 200, 50, 15, 5, 1];

interface Rules {
  allow: Set<string>;
  disallow: Set<string>;
  crawl_delay: number | null;
}

/**
 * Gives the part of a robots.txt that is meant for a program, as a robots.txt of its own: the groups that name its token,
 * else those of `*` (RFC 9309 §2.2.1). Rules that are too long or too many are shortened, which forbids more and never less.
 */
export function applicableRules(text: string, product_token: string): string {
  const groups = readGroups(text);
  const rules = groups.get(product_token.toLowerCase()) ?? groups.get('*');
  if (!rules) return '';
  const whole = write(rules);
  if (whole.length <= rules_max_chars && [...rules.allow, ...rules.disallow].every(({ length }) => length <= pattern_lengths[0]!))
    return whole;
  for (const length of pattern_lengths) {
    // A longer Allow would outweigh a Disallow that was shortened.
    const shorter = write({ ...rules, allow: new Set(), disallow: new Set([...rules.disallow].map((one) => shorten(one, length))) });
    if (shorter.length <= rules_max_chars) return shorter;
  }
  return write({ ...rules, allow: new Set(), disallow: new Set(['/']) });
}

/** As robots-parser reads them: lines without a colon are none, and any other one ends the list of names. */
function readGroups(text: string): Map<string, Rules> {
  const groups = new Map<string, Rules>();
  let names: string[] = [];
  let is_naming = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key, value] = /^([^:#]*):([^#]*)/.exec(line)?.map((part) => part.trim()) ?? [];
    if (!key || value === undefined) continue;
    const kind = key.toLowerCase();
    if (kind === 'user-agent') names = [...(is_naming ? names : []), value.toLowerCase().split('/', 1)[0]!.trim()];
    is_naming = kind === 'user-agent';
    if (kind !== 'allow' && kind !== 'disallow' && kind !== 'crawl-delay') continue;
    for (const name of names) {
      const rules = groups.get(name) ?? { allow: new Set(), disallow: new Set(), crawl_delay: null };
      groups.set(name, rules);
      if (kind !== 'crawl-delay') rules[kind].add(value);
      else if (Number.isFinite(Number(value))) rules.crawl_delay = Number(value);
    }
  }
  return groups;
}

const write = ({ allow, disallow, crawl_delay }: Rules): string =>
  [
    'User-agent: *',
    ...(crawl_delay === null ? [] : [`Crawl-delay: ${crawl_delay}`]),
    ...[...allow].map((pattern) => `Allow: ${pattern}`),
    ...[...disallow].map((pattern) => `Disallow: ${pattern}`),
    '',
  ].join('\n');

/** Patterns match beginnings, so a shorter one matches more: unless it ends with `$`, or within an escape or a character. */
function shorten(pattern: string, length: number): string {
  if (pattern.length <= length) return pattern;
  return pattern.slice(0, length).replace(/(?:%[0-9a-f]?|\$|[\uD800-\uDBFF])+$/i, '') || '/';
}
