import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { fromBufferPromise } from 'yauzl';
import type { DataImport } from '#contract/imports.ts';
import type { TestHouse } from './test-house.ts';
import type { Visitor } from './test-visitor.ts';

/** Everything of somebody as they download it. */
export const downloadOf = async (house: TestHouse, { headers }: Visitor): Promise<Buffer> =>
  (await house.server.inject({ method: 'GET', url: '/v1/me/export.zip', headers })).rawPayload;

export async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const file = await fromBufferPromise(zip, { autoClose: false });
  for await (const entry of file.eachEntry()) found.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
  return found;
}

export async function zipOf(files: Iterable<readonly [string, Buffer]>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of files) zip.addBuffer(content, path);
  zip.end();
  return buffer(zip.outputStream);
}

/** Changes what `data.json` of a zip says. */
export async function withData(zip: Buffer, change: (areas: Record<string, Record<string, unknown>>) => void): Promise<Buffer> {
  const files = await unzip(zip);
  const data = JSON.parse(String(files.get('data.json'))) as { areas: Record<string, Record<string, unknown>> };
  change(data.areas);
  return zipOf(files.set('data.json', Buffer.from(JSON.stringify(data))));
}

type Begun = { import: DataImport; upload_url: string };

/** Sends a zip and says that it is there; nothing of it is read yet. */
export async function handIn(house: TestHouse, who: Visitor, zip: Buffer): Promise<DataImport> {
  const { body } = await who.call<Begun>('POST', '/v1/me/import', { size_bytes: zip.length });
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload: zip });
  return (await who.call<DataImport>('POST', `/v1/me/import/${body.import.id}`)).body;
}

export const importOf = async (who: Visitor): Promise<DataImport> =>
  (await who.call<{ import: DataImport }>('GET', '/v1/me/import')).body.import;

/** Brings a zip back, and tells what came of it. */
export async function bringBack(house: TestHouse, who: Visitor, zip: Buffer): Promise<DataImport> {
  await handIn(house, who, zip);
  await house.runJobs('people.read_import');
  return importOf(who);
}
