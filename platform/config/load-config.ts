import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import type { Config } from './config.ts';
import { settings, type SettingName, type Settings } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Says which settings are wrong, all at once, in words. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads and checks every setting. Throws ConfigError naming each one that is wrong. */
export function loadConfig(env: Environment = readEnvironment()): Config {
  const problems: string[] = [];
  const values = Object.fromEntries((Object.keys(settings) as SettingName[]).map((name) => [name, readSetting(name, env, problems)]));
  if (problems.length > 0) {
    throw new ConfigError(
      `Toile cannot start with these settings:\n${problems.map((line) => `  - ${line}`).join('\n')}\nSee docs/SETTINGS.md.`,
    );
  }
  return { ...(values as unknown as Settings), version: packageVersion() };
}

/** The process's environment, with `.env` of the working folder beneath it. The only place that reads process.env. */
export function readEnvironment(): Environment {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return process.env;
}

function readSetting(name: SettingName, env: Environment, problems: string[]): unknown {
  const { schema, default: fallback } = settings[name];
  const text = readText(name, env, problems) ?? fallback;
  const parsed = (schema as z.ZodType).safeParse(text);
  if (parsed.success) return parsed.data;
  problems.push(`${name}: ${parsed.error.issues[0]?.message ?? 'not understood'}`);
  return undefined;
}

function readText(name: SettingName, env: Environment, problems: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] === '' ? undefined : env[name];
  if (env[name]) problems.push(`${name} and ${name}_FILE are both set; keep one.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE: ${file} cannot be read.`);
    return undefined;
  }
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
