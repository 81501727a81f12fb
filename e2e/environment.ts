import { readEnvironment } from '#platform/testing/environment.ts';

/** What a run of the journeys reads from outside. */
export const environment = {
  /** Where the server of this run answers: Playwright reads it from what the server prints, and hands it to its workers. */
  server_url: () => readEnvironment()['TOILE_E2E_URL'],
  /** A folder with saved shop pages, which are never committed; undefined skips the journeys over them. */
  pages_dir: () => readEnvironment()['TOILE_PAGES_DIR'] || undefined,
};
