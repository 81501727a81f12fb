import { readFile, stat } from 'node:fs/promises';
import { FlagdCore } from '@openfeature/flagd-core';
import type { EvaluationContext, JsonValue, Provider, ResolutionDetails } from '@openfeature/server-sdk';
import type { Log } from '#platform/telemetry/log.ts';
import { checkFlags } from './check-flags.ts';

/** How often the file is looked at: so soon after a change every process follows it, ms. */
const look_every_ms = 1000;

/**
 * Answers by a file of flagd flags, in this process. The file is looked at while flags are asked for, by its time and size; one
 * that cannot be read or understood changes nothing, and is told in the log.
 */
export class FileProvider implements Provider {
  readonly metadata = { name: 'flagd file' };
  readonly runsOn = 'server' as const;
  readonly #path: string;
  readonly #log: Log;
  readonly #look_every_ms: number;
  readonly #core = new FlagdCore();
  #version = '';
  #looked_ms = -Infinity;

  constructor(path: string, log: Log, { every_ms = look_every_ms }: { every_ms?: number } = {}) {
    [this.#path, this.#log, this.#look_every_ms] = [path, log, every_ms];
  }

  /** Reads the file for the first time; throws what is wrong with it. */
  async load(): Promise<void> {
    this.#version = await versionOf(this.#path);
    const content = await readFile(this.#path, 'utf8');
    checkFlags(content);
    this.#core.setConfigurations(content);
  }

  async resolveBooleanEvaluation(name: string, fallback: boolean, about: EvaluationContext): Promise<ResolutionDetails<boolean>> {
    await this.#follow();
    return this.#core.resolveBooleanEvaluation(name, fallback, about);
  }

  async resolveStringEvaluation(name: string, fallback: string, about: EvaluationContext): Promise<ResolutionDetails<string>> {
    await this.#follow();
    return this.#core.resolveStringEvaluation(name, fallback, about);
  }

  async resolveNumberEvaluation(name: string, fallback: number, about: EvaluationContext): Promise<ResolutionDetails<number>> {
    await this.#follow();
    return this.#core.resolveNumberEvaluation(name, fallback, about);
  }

  async resolveObjectEvaluation<T extends JsonValue>(name: string, fallback: T, about: EvaluationContext): Promise<ResolutionDetails<T>> {
    await this.#follow();
    return this.#core.resolveObjectEvaluation(name, fallback, about);
  }

  async #follow(): Promise<void> {
    const now_ms = performance.now();
    if (now_ms - this.#looked_ms < this.#look_every_ms) return;
    this.#looked_ms = now_ms;
    try {
      if ((await versionOf(this.#path)) !== this.#version) await this.load();
    } catch (error) {
      this.#log.warn({ err: error, path: this.#path }, 'the file of flags cannot be read; what it said before stays');
    }
  }
}

async function versionOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path);
  return `${mtimeMs} ${size} ${ino}`;
}
