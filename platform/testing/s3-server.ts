import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseSignature } from './s3-signature.ts';

interface Kept {
  bytes: Buffer;
  metadata: Record<string, string>;
}

/** What a broken S3 does instead of answering; `bytes` is what it would have given. */
export type Trouble = (response: ServerResponse, bytes: Buffer, headers: Record<string, string>) => void;

export interface S3Server {
  /** With the right keys; the bucket is called `toile`. */
  url: (prefix?: string) => string;
  objects: Map<string, Kept>;
  /** Methods of what was asked. */
  asked: string[];
  /** The next so many answers are troubled. */
  trouble: (how: Trouble, times?: number) => void;
  close: () => Promise<void>;
}

const bucket = 'toile';
const [id, secret] = ['test-key', 'test/secret+'];

/**
 * Starts a small S3 on the loopback that keeps objects in memory: PUT, GET, HEAD, DELETE and ListObjectsV2 on one bucket,
 * with signatures checked and only whole bodies taken. It can also refuse, stall, cut and lie.
 */
export async function s3Server(port_wanted = 0): Promise<S3Server> {
  const objects = new Map<string, Kept>();
  const asked: string[] = [];
  const troubles: Trouble[] = [];
  const server = createServer((request, response) => {
    asked.push(request.method ?? '');
    readBody(request).then(
      (body) => answer(request, response, body),
      // Cut on its way: nothing is kept.
      () => response.destroy(),
    );
  });
  const answer = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const trouble = troubles.shift();
    const url = new URL(request.url ?? '', 'http://s3.test');
    const [, named, ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    const kept = objects.get(key);
    const headers = { 'content-length': String(kept?.bytes.length ?? 0), ...kept?.metadata };
    if (trouble) return trouble(response, kept?.bytes ?? Buffer.alloc(0), headers);
    const refusal = refuseSignature(request, body, new Map([[id, secret]]));
    if (refusal) return refuse(response, 403, refusal);
    if (named !== bucket) return refuse(response, 404, 'NoSuchBucket');
    if (key === '' && request.method === 'GET') return void response.end(listOf(objects, url.searchParams));
    if (request.method === 'PUT') {
      objects.set(key, { bytes: body, metadata: metadataOf(request) });
      return void response.end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (!kept) return refuse(response, 404, 'NoSuchKey');
    response.writeHead(200, headers).end(request.method === 'GET' ? kept.bytes : undefined);
  };
  server.listen(port_wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (prefix = '') => `s3://${id}:${encodeURIComponent(secret)}@${bucket}/${prefix}?endpoint=http://127.0.0.1:${port}&region=eu-test-1`,
    objects,
    asked,
    trouble: (how, times = 1) => void troubles.push(...Array.from({ length: times }, () => how)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Answers as S3 does when it says no. */
export const refuse = (response: ServerResponse, status: number, code: string): void =>
  void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const metadataOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (name.startsWith('x-amz-meta-') ? [[name, String(value)]] : [])));

function listOf(objects: ReadonlyMap<string, Kept>, query: URLSearchParams): string {
  const [prefix, after, limit] = [query.get('prefix') ?? '', query.get('start-after') ?? '', Number(query.get('max-keys') ?? 1000)];
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted((a, b) => (a < b ? -1 : 1));
  const entries = keys
    .slice(0, limit)
    .map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.bytes.length ?? 0}</Size></Contents>`);
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${String(keys.length > limit)}</IsTruncated>${entries.join('')}</ListBucketResult>`;
}
