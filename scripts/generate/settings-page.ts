import { markdownTable } from './markdown-table.ts';
import type { SettingTable } from './setting.ts';

/** Writes docs/SETTINGS.md. */
export function settingsPage(settings: SettingTable): string {
  const rows = Object.entries(settings).map(([name, setting]) => [
    `\`${name}\``,
    setting.default === '' ? 'empty' : `\`${setting.default}\``,
    setting.is_secret ? `${setting.doc} Secret.` : setting.doc,
  ]);
  const limits = limit_classes.map(([cost, routes, setting, where]) => [
    `\`${cost}\``,
    routes,
    setting === '' ? 'none' : limitOf(settings, setting),
    where,
  ]);
  return [
    head,
    markdownTable(['setting', 'default', 'what it does'], rows),
    rate_limits,
    markdownTable(['class', 'what', 'limit', 'counted'], limits),
    tail,
  ].join('\n');
}

const limitOf = (settings: SettingTable, name: string): string => `\`${name}\` (${settings[name]?.default ?? '?'}) a minute`;

const head = `# Settings

Written by \`npm run generate\` from \`platform/config/settings.ts\`; do not edit.

Toile starts with none of these set. They are read from the environment and, beneath it, from a file \`.env\` in the working folder. A setting that is wrong stops the start, and all wrong ones are named at once.

**From a file.** Every setting can be given as \`NAME_FILE\` with the path of a file that holds the value, the way Docker, Kubernetes and Vault agents hand in secrets: \`DATABASE_URL_FILE=/run/secrets/database_url\`. Setting both \`NAME\` and \`NAME_FILE\` is refused.
`;

const rate_limits = `## Rate limits

Each route names what it costs (\`cost\` in \`contract/\`, and in the description of each operation at /docs), and all routes of one class count together. An answer beyond the limit is 429 \`request.too_many\` with \`Retry-After\`; what is counted in memory also carries \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\`.
`;

/** Class, what belongs to it, the setting, and where it is counted. */
const limit_classes: readonly (readonly [string, string, string, string])[] = [
  ['free', 'health', '', 'not at all'],
  ['read', 'reads and size advice', 'RATE_LIMIT_PER_MINUTE', 'in the memory of each process'],
  ['browse', 'looking along shelves', 'RATE_LIMIT_PER_MINUTE', 'in the memory of each process; five times as many'],
  [
    'upload',
    'one’s own wardrobe, which is photographed in one go',
    'RATE_LIMIT_PER_MINUTE',
    'in the memory of each process; ten times as many',
  ],
  ['write', 'writes', 'RATE_LIMIT_PER_MINUTE', 'in the memory of each process, apart from reads'],
  [
    'create_session',
    'starting a fitting, entering without an account, exporting',
    'SESSION_LIMIT_PER_MINUTE',
    'in the memory of each process',
  ],
  ['log_in', 'sign-up, log-in, refresh', 'LOG_IN_LIMIT_PER_MINUTE', 'in the database, so that a restart does not open the door'],
];

const tail = `A client is a token or cookie's person; without one it is the address (for IPv6 the /64 network). An API key carries a limit of its own, set when it is made, in place of the first two settings. Of the class \`log_in\`, sign-ups count for the address, log-ins for the address and for the e-mail, refreshes for the token handed in.
`;
