import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Shop {
  /** `http://127.0.0.1:PORT`: another site than Toile, which answers on localhost. */
  origin: string;
  close: () => Promise<void>;
}

/** As strict as shops are: only its own scripts, no frames, and its tab knows no other. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
};

/** Opens a shop that shows these pages, by path. */
export async function openShop(pages: Record<string, string>): Promise<Shop> {
  const server = createServer((request, response) => {
    const html = pages[request.url ?? ''];
    response.writeHead(html === undefined ? 404 : 200, headers).end(html ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
