import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { openApi } from '#contract/openapi.ts';
import { publicUrl } from '#platform/config/config.ts';
import type { Config } from '#platform/config/config.ts';

/** Serves /openapi.json, and /docs to browse it unless the operator switched that off. */
export async function addApiDocs(server: FastifyInstance, config: Config): Promise<void> {
  const document = openApi({ version: config.version, server_url: publicUrl(config) });
  const text = JSON.stringify(document);
  server.get('/openapi.json', (_request, reply) => reply.type('application/json').send(text));
  if (!config.API_DOCS) return;
  await server.register(swagger, { mode: 'static', specification: { document: document as never } });
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, uiConfig: { deepLinking: true, tryItOutEnabled: true } });
}
