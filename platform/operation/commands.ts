import type { Area, Command } from '#platform/area/area.ts';
import { findBrokenLink } from '#platform/audit/record-act.ts';

/** Commands of the platform itself. Opening the database has migrated it already. */
export function platformCommands(areas: readonly Area[]): Command[] {
  return [
    {
      name: 'migrate',
      usage: 'toile migrate',
      summary: 'Bring the database up to date without starting the server.',
      run: () => Promise.resolve(`The database is up to date for: platform, ${areas.map((area) => area.name).join(', ')}.`),
    },
    {
      name: 'verify-audit',
      usage: 'toile verify-audit',
      summary: 'Check that nobody changed the audit log.',
      run: async (ctx) => {
        const broken_at = await findBrokenLink(ctx);
        return broken_at === null
          ? 'The audit log is whole.'
          : `The audit log was changed at entry ${broken_at}. Compare with a backup from before.`;
      },
    },
  ];
}
