import { AppError } from '#platform/errors/app-error.ts';
import { StartError } from '#platform/errors/start-error.ts';

interface DatabaseError {
  code?: string;
  message: string;
}

/** SQLSTATE or system code, to what the operator should do. */
const start_advice: Record<string, string> = {
  '28P01': 'The database refused the password in DATABASE_URL. Correct the user name or the password.',
  '28000': 'The database does not let this user in. Check the user name in DATABASE_URL and the server’s pg_hba.conf.',
  '3D000': 'The database named in DATABASE_URL does not exist. Create it (createdb NAME), or name another.',
  '42501': 'The database user may not create tables. Make it the owner of the database in DATABASE_URL.',
  '53300': 'The database has no connection left. Raise its max_connections, or lower DATABASE_POOL_MAX.',
  '53100': 'The disk of the database is full. Free some space, then start again; nothing was lost.',
  ENOSPC: 'The disk is full. Free some space under DATA_DIR, then start again; nothing was lost.',
  ENOENT: 'There is no database socket at the place that DATABASE_URL names. Start the database, or correct the path.',
  ECONNREFUSED: 'No database answers at the address in DATABASE_URL. Start it, or correct host and port.',
  ENOTFOUND: 'The host in DATABASE_URL is not known. Correct its name.',
  EAI_AGAIN: 'The host in DATABASE_URL cannot be looked up just now. Check the name and the network.',
  ETIMEDOUT: 'The database in DATABASE_URL does not answer. Check host, port and firewall.',
  EHOSTUNREACH: 'The database in DATABASE_URL cannot be reached. Check host, port and firewall.',
};

/** Turns a failure at start into a sentence that says what to do. */
export function explainStartFailure(error: unknown): Error {
  const { code, message } = firstError(error);
  const advice = start_advice[code ?? ''] ?? (/timeout/i.test(message) ? start_advice['ETIMEDOUT'] : undefined);
  return advice ? new StartError(`${advice} (${message})`, { cause: error }) : (error as Error);
}

/** Serialisation, deadlock, a thing that is there already, a thing that went away meanwhile. */
const conflicts = new Set(['40001', '40P01', '23505', '23503']);
/** Bytes that text or JSON cannot hold. */
const unwritable = new Set(['22021', '22P05']);

/** Classes of SQLSTATE and codes that mean "the database is away", not "the query is wrong". */
const away = /^(08...|57014|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND)$/;

/** Turns a database failure during a request into a coded error, or returns undefined when it is something else. */
export function explainQueryFailure(error: unknown): AppError | undefined {
  const { code, message } = firstError(error);
  if (code === '53100' || code === 'ENOSPC') {
    return new AppError('platform.disk_full', {
      message: 'Toile’s disk is full, so nothing was saved. Please tell whoever runs this server.',
      detail: message,
      cause: error,
    });
  }
  if (conflicts.has(code ?? '')) {
    return new AppError('platform.conflict', {
      message: 'Somebody changed this at the same moment. Look again, then repeat.',
      detail: message,
      cause: error,
    });
  }
  if (unwritable.has(code ?? '')) {
    return new AppError('request.invalid', {
      message: 'Something holds characters that cannot be kept. Type it again without them.',
      detail: message,
      cause: error,
    });
  }
  if (
    away.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after/.test(message)
  ) {
    return new AppError('platform.database_unavailable', {
      message: 'Toile cannot reach its database, so nothing was saved. Try again in a minute.',
      detail: message,
      cause: error,
      retry_after_s: 5,
    });
  }
  return undefined;
}

function firstError(error: unknown): DatabaseError {
  if (error instanceof AggregateError && error.errors.length > 0) return firstError(error.errors[0]);
  return error instanceof Error ? error : { message: String(error) };
}
