import { error_codes } from '#contract/error-codes.ts';
import { openApi } from '#contract/openapi.ts';
import { settings } from '#platform/config/settings.ts';
import { environmentExample } from './environment-example.ts';
import { errorsPage } from './errors-page.ts';
import { settingsPage } from './settings-page.ts';

/** Where the documents say the server is; a running one names its own PUBLIC_URL. */
const example_url = 'http://localhost:3000';

/** Makes every file that follows from the code: path from the root to text. */
export function generatedFiles(version: string): Map<string, string> {
  return new Map([
    ['.env.example', environmentExample(settings)],
    ['docs/SETTINGS.md', settingsPage(settings)],
    ['docs/ERRORS.md', errorsPage(error_codes)],
    ['docs/openapi.json', `${JSON.stringify(openApi({ version, server_url: example_url }), null, 2)}\n`],
  ]);
}
