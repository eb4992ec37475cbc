import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {FORGER_FILES} from '../core/cases/forger-files.ts';
import type {ForgerFile} from '../core/cases/forger-files.ts';

/** A stranger's server on this machine: gives out the keys that forged tokens are signed with. */
export class ForgerServer {
  readonly url: string;
  readonly #server: http.Server;

  private constructor(server: http.Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<ForgerServer> {
    const files = new Map<string, ForgerFile>(Object.entries(FORGER_FILES));
    const server = http.createServer(({url = ''}, response) => {
      const file = files.get(url);
      if (file === undefined) response.writeHead(404).end();
      else response.writeHead(200, {'content-type': file.type}).end(file.text);
    });

    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new ForgerServer(server);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
