import { env } from 'node:process';

/**
 * What a run of the journeys reads from outside. Journeys are no part of the program and may not import its
 * configuration, so this is the one file of theirs that looks at the environment.
 */
export const environment = {
  /** Where the server of this run answers: Playwright reads it from what the server prints, and hands it to its workers. */
  server_url: () => env['TOILE_E2E_URL'],
  /** A folder with saved shop pages, which are never committed; undefined skips the journeys over them. */
  pages_dir: () => env['TOILE_PAGES_DIR'] || undefined,
};
