import { OpenFeature, type Client } from '@openfeature/server-sdk';
import { StartError } from '#platform/errors/start-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { FileProvider } from './file-provider.ts';
import type { Flags } from './flags.ts';

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
  return askBy(OpenFeature.getClient(domain));
}

const fallBack = <T>(_name: string, { fallback }: { fallback: T }): Promise<T> => Promise.resolve(fallback);

const askBy = (client: Client): Flags => ({
  text: (name, { key, fallback }) => client.getStringValue(name, fallback, { targetingKey: key }),
  isOn: (name, { key, fallback }) => client.getBooleanValue(name, fallback, { targetingKey: key }),
});
