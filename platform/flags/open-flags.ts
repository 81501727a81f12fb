import { ErrorCode, OpenFeature, type Client, type EvaluationDetails } from '@openfeature/server-sdk';
import { StartError } from '#platform/errors/start-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { FileProvider } from './file-provider.ts';
import type { FlagQuestion, Flags } from './flags.ts';

/** Opens the flags of FLAGS_FILE; without one every flag is what its asker falls back to. Throws StartError where it cannot be read. */
export async function openFlags(path: string, log: Log, bounds: { every_ms?: number } = {}): Promise<Flags> {
  if (path === '') return { text: fallBack, isOn: fallBack };
  const provider = new FileProvider(path, log, bounds);
  await provider.load().catch((cause: unknown) => {
    throw new StartError(`FLAGS_FILE: ${path} cannot be read as flagd flags. Correct it, or leave the setting out.`, { cause });
  });
  // The library keeps providers in one place for the whole process: a domain of our own keeps two houses apart.
  const domain = newId();
  await OpenFeature.setProviderAndWait(domain, provider);
  return askBy(OpenFeature.getClient(domain), log);
}

const fallBack = <T>(_name: string, { fallback }: { fallback: T }): Promise<T> => Promise.resolve(fallback);

const askBy = (client: Client, log: Log): Flags => ({
  text: async (name, about) => settle(log, about, await client.getStringDetails(name, about.fallback, { targetingKey: about.key })),
  isOn: async (name, about) => settle(log, about, await client.getBooleanDetails(name, about.fallback, { targetingKey: about.key })),
});

/** A flag that is named and cannot be answered is somebody's mistake: it is told. */
function settle<T extends string | boolean>(log: Log, { fallback, unclear = fallback }: FlagQuestion<T>, details: EvaluationDetails<T>): T {
  const { flagKey: flag, errorCode, errorMessage, variant, value } = details;
  if (errorCode === ErrorCode.FLAG_NOT_FOUND) return fallback;
  if (errorCode !== undefined) log.error({ flag, code: errorCode, detail: errorMessage }, 'a flag could not be answered');
  return errorCode === undefined && variant !== undefined ? value : unclear;
}
