import type { SettingTable } from './setting.ts';

const head = `# Toile's settings with their defaults. Copy to .env and change what you need; nothing here must be set.
# Each can also come from a file: NAME_FILE=/run/secrets/name instead of NAME=value. All of them: docs/SETTINGS.md.
# Written by "npm run generate" from platform/config/settings.ts.
`;

/** Writes .env.example: each setting with its default; those that are secret, or have none, commented out. */
export function environmentExample(settings: SettingTable): string {
  const lines = Object.entries(settings).map(([name, setting]) => {
    const is_live = !setting.is_secret && setting.default !== '';
    return `# ${setting.doc}\n${is_live ? '' : '# '}${name}=${setting.default}\n`;
  });
  return [head, ...lines].join('\n');
}
