import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/;
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Says why a request's signature (AWS Signature Version 4) is not right, as S3 would, or nothing. Written from its specification, not from the client's code. */
export function refuseSignature(request: IncomingMessage, body: Buffer, secrets: ReadonlyMap<string, string>): string | undefined {
  const [, id = '', day = '', region = '', names = '', signature = ''] = form.exec(request.headers.authorization ?? '') ?? [];
  const secret = secrets.get(id);
  if (!secret) return 'InvalidAccessKeyId';
  const time = String(request.headers['x-amz-date']);
  const stated = String(request.headers['x-amz-content-sha256']);
  if (stated !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  if (!names.split(';').includes('host') || !names.split(';').includes('x-amz-content-sha256')) return 'AccessDenied';
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [
    request.method,
    path,
    query.split('&').filter(Boolean).toSorted().join('&'),
    ...names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    names,
    stated,
  ].join('\n');
  const to_sign = ['AWS4-HMAC-SHA256', time, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${secret}`);
  return timingSafeEqual(hmac(key, to_sign), Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch';
}
