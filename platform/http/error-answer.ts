import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody } from '#contract/error.ts';
import { explainQueryFailure } from '#platform/db/explain-database-error.ts';
import { AppError } from '#platform/errors/app-error.ts';

/** Answers every failure in the one shape; nothing internal leaks, and what is ours to fix is logged. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asPromised(toAppError(error), request);
  if (known.status >= 500) request.log.error({ err: error, request_id: request.id }, 'a request failed');
  else if (known.detail) request.log.info({ err: known, request_id: request.id }, 'a request was refused');
  if (known.retry_after_s !== undefined) reply.header('retry-after', Math.ceil(known.retry_after_s));
  return reply
    .code(known.status)
    .type('application/json')
    .send(JSON.stringify(errorAnswer(known, request.id)));
}

/** A code that the route's contract does not name is a defect: loud in tests, logged and still answered elsewhere. */
function asPromised(error: AppError, request: FastifyRequest): AppError {
  const { answers } = request.routeOptions?.config ?? {};
  if (!answers || answers.has(error.code)) return error;
  request.log.error({ err: error, code: error.code, request_id: request.id }, 'a route answered what its contract does not say');
  return request.ctx.config.ENVIRONMENT === 'test' ? internal(new Error(`undeclared answer ${error.code}`, { cause: error })) : error;
}

export function errorAnswer(error: AppError, request_id: string): ErrorBody {
  const { code, message, fields } = error;
  return { error: { code, message, request_id, timestamp: new Date().toISOString(), ...(fields ? { fields } : {}) } };
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return fromFastify(error as FastifyError) ?? explainQueryFailure(error) ?? internal(error);
}

const internal = (cause: unknown): AppError =>
  new AppError('platform.internal', { message: 'Something broke on our side. Try again; if it stays, send us the request id.', cause });

function fromFastify({ code, statusCode, message }: FastifyError): AppError | undefined {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) {
    return new AppError('request.too_large', { message: 'That is more than we can read at once. Send less.' });
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new AppError('request.unsupported_type', { message: 'Send JSON, with the header Content-Type: application/json.' });
  }
  if (code?.startsWith('FST_ERR_CTP') || (statusCode === 400 && /JSON/i.test(message))) {
    return new AppError('request.bad_json', { message: 'The body is not JSON. Check its quotes and commas.', detail: message });
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new AppError('request.invalid', { message: 'We could not read this request.', detail: message });
  }
  return undefined;
}
