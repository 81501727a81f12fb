import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { readToken } from '#platform/crypto/signed-token.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { answerError } from '#platform/http/error-answer.ts';
import { badHeader, notAPart, otherProtocol, partTooLarge, uploadEnded } from './errors.ts';
import { forgetUploads, upload_label } from './make-upload.ts';
import { makePace } from './pace-uploads.ts';
import { receivePart } from './receive-part.ts';
import { findUpload, setLength, type UploadRow } from './upload.store.ts';

const version = '1.0.0';
const part_type = 'application/offset+octet-stream';
const address = '/uploads/:token';

type Door = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Adds the addresses at which files are handed in: tus 1.0.0 (core, expiration, termination) on uploads that an area made, and a plain PUT. */
export function addUploadRoutes(server: FastifyInstance): void {
  void server.register(uploadRoutes);
}

const uploadRoutes: FastifyPluginCallback = (scope, _options, done) => {
  // Bytes stay bytes, whatever they are called: they are read as they come, and judged by what they are.
  const pace = makePace();
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, pace(payload)));
  scope.setErrorHandler(answerUploadError);
  scope.addHook('onSend', (_request, reply, payload, sent) => {
    void reply.headers({ 'tus-resumable': version, 'cache-control': 'no-store' });
    sent(null, payload);
  });
  scope.head(address, speaking(tellOffset));
  scope.patch(address, speaking(takePart));
  scope.delete(address, speaking(giveUp));
  scope.put(address, takeWhole);
  // Where a proxy in between knows no PATCH (the protocol's own way round).
  scope.post(address, speaking(actAsSaid));
  scope.options(address, tellAbilities);
  done();
};

const speaking =
  (door: Door): Door =>
  (request, reply) => {
    if (request.headers['tus-resumable'] !== version) throw otherProtocol();
    return door(request, reply);
  };

/** What is left of the body is not waited for: it may be all of 25 MB. */
function answerUploadError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof AppError && error.code === 'upload.other_protocol') reply.header('tus-version', version);
  if (!request.raw.complete) reply.header('connection', 'close');
  return answerError(error, request, reply);
}

const tellAbilities: Door = (_request, reply) =>
  Promise.resolve(reply.code(204).headers({ 'tus-version': version, 'tus-extension': 'expiration,termination' }).send());

const tellOffset: Door = async (request, reply) => {
  const row = await uploadOf(request);
  const { length_bytes } = row;
  return reply
    .code(200)
    .headers({
      ...stateOf(row, row.offset_bytes),
      ...(length_bytes === null ? { 'upload-defer-length': '1' } : { 'upload-length': String(length_bytes) }),
    })
    .send();
};

const takePart: Door = async (request, reply) => {
  if (request.headers['content-type'] !== part_type) throw notAPart();
  const offset_bytes = wholeNumber(request, 'upload-offset');
  if (offset_bytes === undefined) throw badHeader('upload-offset');
  const row = await withLength(request, await uploadOf(request));
  refuseTooLong(request, row, offset_bytes);
  const now_at = await receivePart(request.ctx, row, { offset_bytes, body: request.body as AsyncIterable<Uint8Array> });
  return reply.code(204).headers(stateOf(row, now_at)).send();
};

/** For who cannot speak tus: all at once, or again from the start. */
const takeWhole: Door = async (request, reply) => {
  const row = await uploadOf(request);
  refuseTooLong(request, { ...row, length_bytes: null }, 0);
  const now_at = await receivePart(request.ctx, row, {
    offset_bytes: null,
    body: (request.body ?? []) as AsyncIterable<Uint8Array>,
  });
  return reply.code(204).headers(stateOf(row, now_at)).send();
};

const giveUp: Door = async (request, reply) => {
  const { id } = await uploadOf(request);
  await inTransaction(request.ctx, (tx) => forgetUploads(tx, [id]));
  return reply.code(204).send();
};

const actAsSaid: Door = (request, reply) => {
  const said = request.headers['x-http-method-override'];
  if (said === 'PATCH') return takePart(request, reply);
  if (said === 'DELETE') return giveUp(request, reply);
  throw notAPart();
};

async function uploadOf(request: FastifyRequest): Promise<UploadRow> {
  const signed = readToken(request.ctx, upload_label, (request.params as { token: string }).token);
  const row = signed && (await findUpload(request.ctx, signed.id));
  if (!row) throw uploadEnded();
  return row;
}

/** A length that was not known at first may be told with any piece. */
async function withLength(request: FastifyRequest, row: UploadRow): Promise<UploadRow> {
  const told = wholeNumber(request, 'upload-length');
  if (told === undefined || row.length_bytes !== null) return row;
  if (told > row.bytes_max || told < row.offset_bytes || told === 0) throw partTooLarge(row.bytes_max);
  await setLength(request.ctx, row.id, told);
  return { ...row, length_bytes: told };
}

/** Before anything is read: nobody should send 25 MB to learn that it was too much. */
function refuseTooLong(request: FastifyRequest, { bytes_max, length_bytes }: UploadRow, offset_bytes: number): void {
  const coming = wholeNumber(request, 'content-length') ?? 0;
  if (offset_bytes + coming > (length_bytes ?? bytes_max)) throw partTooLarge(bytes_max);
}

function wholeNumber(request: FastifyRequest, name: string): number | undefined {
  const text = request.headers[name];
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^\d{1,12}$/.test(text)) throw badHeader(name);
  return Number(text);
}

const stateOf = ({ expires_at }: UploadRow, offset_bytes: number): Record<string, string> => ({
  'upload-offset': String(offset_bytes),
  'upload-expires': new Date(expires_at).toUTCString(),
});
