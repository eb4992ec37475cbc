import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {build} from 'vite';
import type {Rolldown} from 'vite';

export interface Floor {
  readonly url: string;
  close(): Promise<void>;
}

/** A plain page that runs a bundle in a bare worker, on a plain server; `entry` is the worker's source. */
export async function openFloor(bundle: string, entry = 'floor-worker.ts'): Promise<Floor> {
  const worker = `${await buildWorker(entry)}\n${bundle}`;
  const html = `<!doctype html><title>floor</title><script type="module">
    const code = await (await fetch('/worker.js')).text();
    const worker = new Worker('data:text/javascript;charset=utf-8,' + encodeURIComponent(code));
    worker.onmessage = ({data}) => { document.body.append(Object.assign(document.createElement('h2'), {textContent: data})); };
  </script>`;

  const server = createServer((request, response) => {
    if (request.url === '/worker.js')
      response.writeHead(200, {'content-type': 'text/javascript'}).end(worker);
    else if (request.url === '/small')
      response.writeHead(200, {'access-control-allow-origin': '*'}).end('{}');
    else response.writeHead(200, {'content-type': 'text/html'}).end(html);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function buildWorker(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {entry: `${import.meta.dirname}/${entry}`, formats: ['iife'], name: 'floor', fileName: 'floor'},
    },
  });

  const [first] = output as Rolldown.RolldownOutput[];
  const chunk = first?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('Vite built no chunk.');

  return chunk.code;
}
