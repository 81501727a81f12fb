import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface S3Place {
  kind: 's3';
  bucket: string;
  /** Before every key, with its slash; or empty. */
  prefix: string;
  region: string;
  /** Where the bucket is, without a slash at the end. */
  bucket_url: string;
  /** null: taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. */
  keys: { id: string; secret: string } | null;
}

export type StoragePlace = S3Place | { kind: 'folder'; folder: string };

const bucket_form = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const prefix_form = /^([\w.-]+\/)*$/;
const known_names = new Set(['endpoint', 'region', 'path_style']);

/**
 * Reads `file:///FOLDER` or `s3://[KEY:SECRET@]BUCKET[/PREFIX][?endpoint=http://HOST:PORT&region=REGION&path_style=true|false]`;
 * null when it is neither. Without an endpoint it is AWS; with one, the bucket stands in the path unless told otherwise.
 */
export function readStorageUrl(text: string): StoragePlace | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol === 'file:') return readFolder(url);
  return url.protocol === 's3:' ? readS3(url) : null;
}

function readFolder(url: URL): StoragePlace | null {
  if (url.host || url.search || !isAbsolute(fileURLToPath(url)) || url.pathname === '/') return null;
  return { kind: 'folder', folder: resolve(fileURLToPath(url)) };
}

function readS3({ hostname: bucket, port, pathname, searchParams, username, password }: URL): StoragePlace | null {
  const folder = pathname.replace(/^\/|\/$/g, '');
  const prefix = folder ? `${folder}/` : '';
  const region = searchParams.get('region') ?? 'us-east-1';
  const endpoint = searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const path_style = searchParams.get('path_style') ?? String(searchParams.has('endpoint'));
  const is_right =
    bucket_form.test(bucket) &&
    port === '' &&
    prefix_form.test(prefix) &&
    !prefix.split('/').some((part) => /^\.+$/.test(part)) &&
    /^[a-z0-9-]{1,40}$/.test(region) &&
    /^(true|false)$/.test(path_style) &&
    (username === '') === (password === '') &&
    [...searchParams.keys()].every((name) => known_names.has(name)) &&
    URL.canParse(endpoint) &&
    /^https?:\/\/[^/?#@]+\/?$/.test(endpoint);
  if (!is_right) return null;
  const { origin, protocol, host } = new URL(endpoint);
  return {
    kind: 's3',
    bucket,
    prefix,
    region,
    bucket_url: path_style === 'true' ? `${origin}/${bucket}` : `${protocol}//${bucket}.${host}`,
    keys: username ? { id: decodeURIComponent(username), secret: decodeURIComponent(password) } : null,
  };
}
