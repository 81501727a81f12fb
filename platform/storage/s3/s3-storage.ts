import { Agent } from 'undici';
import type { S3Place } from '../read-storage-url.ts';
import { storageDamaged, storageUnavailable } from '../storage-errors.ts';
import type { StorageDriver, StoredObject } from '../storage.ts';
import { askS3, type S3Answer, type S3Target } from './ask-s3.ts';
import { readList } from './read-list.ts';
import { spooled } from './spooled.ts';

export interface S3Times {
  connect_ms: number;
  /** From the request to the answer's first byte; what is sent gets more by its size. */
  answer_ms: number;
  /** Between two pieces of a body. */
  silence_ms: number;
  first_pause_ms: number;
}

const usual_times: S3Times = { connect_ms: 3000, answer_ms: 10_000, silence_ms: 10_000, first_pause_ms: 100 };
/** Of one process; S3 takes more, but memory and sockets are ours. */
const connections_max = 32;
/** The slowest line that is waited for: 2 Mbit/s. */
const upload_bytes_per_ms = 250;
const checksum_name = 'x-amz-meta-sha256';

/**
 * Keeps objects in a bucket of anything that speaks S3. One PUT an object, whose length and checksum are known before it
 * begins: so the server takes it whole or not at all, a try can be repeated, and no part of an upload is left lying.
 */
export function s3Storage(
  place: S3Place & { keys: { id: string; secret: string } },
  { spool_folder, times = usual_times }: { spool_folder: string; times?: S3Times },
): StorageDriver {
  const connections = new Agent({
    connections: connections_max,
    connect: { timeout: times.connect_ms },
    // askS3 counts it, with what is sent.
    headersTimeout: 0,
    bodyTimeout: times.silence_ms,
  });
  const target: S3Target = {
    ...place,
    connections,
    first_pause_ms: times.first_pause_ms,
    answer_timeout_ms: (size_bytes) => times.answer_ms + Math.ceil(size_bytes / upload_bytes_per_ms),
  };
  const list = async (prefix: string, { after, limit, signal }: { after: string | undefined; limit: number; signal: AbortSignal }) => {
    const query = {
      'list-type': '2',
      prefix: place.prefix + prefix,
      'max-keys': String(limit),
      ...(after === undefined ? {} : { 'start-after': place.prefix + after }),
    };
    const answer = await askS3(target, { method: 'GET', query, signal });
    const text = await answer.body.text();
    if (answer.statusCode === 404) throw storageUnavailable(`S3 has no bucket ${place.bucket}`);
    return readList(text, place.prefix);
  };
  /** Not finding an object is an answer only when the bucket is there; were it not, a lost bucket would look like an empty one. */
  const isThere = async ({ statusCode, body }: S3Answer, signal: AbortSignal): Promise<boolean> => {
    if (statusCode !== 404) return true;
    // A HEAD says nothing, and some servers say it in HTML: then the bucket itself is asked.
    if (!/<Code>NoSuchKey<\/Code>/.test(await body.text())) await list('', { after: undefined, limit: 1, signal });
    return false;
  };
  return {
    list,
    write: (key, content, signal) =>
      spooled(content, { spool_folder, signal }, async ({ object, open }) => {
        const headers = { [checksum_name]: object.sha256 };
        const answer = await askS3(target, { method: 'PUT', key, headers, body: { ...object, open }, signal });
        await answer.body.dump();
        if (answer.statusCode === 404) throw storageUnavailable(`S3 has no bucket ${place.bucket}`);
        return object;
      }),
    read: async (key, signal) => {
      const answer = await askS3(target, { method: 'GET', key, signal });
      if (!(await isThere(answer, signal))) return undefined;
      return { ...(await objectOf(answer, key)), pieces: answer.body };
    },
    head: async (key, signal) => {
      const answer = await askS3(target, { method: 'HEAD', key, signal });
      if (!(await isThere(answer, signal))) return undefined;
      const object = await objectOf(answer, key);
      await answer.body.dump();
      return object;
    },
    remove: async (key, signal) => {
      const answer = await askS3(target, { method: 'DELETE', key, signal });
      if (await isThere(answer, signal)) await answer.body.dump();
    },
    check: async (signal) => {
      await list('', { after: undefined, limit: 1, signal });
      return 'healthy';
    },
    // Not `close`: it would wait for answers that may never end.
    stop: () => connections.destroy(),
  };
}

/** Without our checksum it is not ours, or a server that drops metadata: then nothing it says could be trusted. */
async function objectOf({ headers, body }: S3Answer, key: string): Promise<StoredObject> {
  const [sha256, size] = [headers[checksum_name], headers['content-length']];
  const is_ours = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && typeof size === 'string';
  if (is_ours) return { sha256, size_bytes: Number(size) };
  await body.dump();
  throw storageDamaged(`${key}: S3 gave it without the checksum it was put with`);
}
