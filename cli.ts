import { areas } from '#areas.ts';
import type { Command } from '#platform/area/area.ts';
import { ConfigError, loadConfig } from '#platform/config/load-config.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { platformCommands } from '#platform/operation/commands.ts';
import { openPlatform } from '#platform/start/open-platform.ts';

const commands: Command[] = [...platformCommands(areas), ...areas.flatMap((area) => area.commands)];

try {
  const [name = 'help', ...args] = process.argv.slice(2);
  const command = commands.find((known) => known.name === name);
  process.stdout.write(`${command ? await run(command, args) : help()}\n`);
  if (!command && name !== 'help' && name !== '--help') process.exitCode = 1;
} catch (error) {
  const is_explained = error instanceof StartError || error instanceof ConfigError || (error as Error).name === 'AppError';
  process.stderr.write(`${is_explained ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}

/** Works beside a running server: both talk to the same database. */
async function run(command: Command, args: string[]): Promise<string> {
  const platform = await openPlatform({ ...loadConfig(), LOG_LEVEL: 'warn' }, areas);
  try {
    return await command.run(platform.systemCtx(), args);
  } finally {
    await platform.close();
  }
}

function help(): string {
  const lines = commands.map(({ usage, summary }) => `  npm run ${usage.replace('toile ', 'toile -- ')}\n      ${summary}`);
  return `Toile's commands:\n${lines.join('\n')}`;
}
