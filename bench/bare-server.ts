import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { readEnvironment } from '#platform/config/load-config.ts';

/** Fastify alone, answering given bytes: what the product read is held against. */
const { PORT = '0', BARE_BODY_FILE = '' } = readEnvironment();
const body = readFileSync(BARE_BODY_FILE, 'utf8');
const server = Fastify({ logger: false });
server.get('/*', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(body));
await server.listen({ host: '127.0.0.1', port: Number(PORT) });
