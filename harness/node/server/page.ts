import {readFile} from 'node:fs/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {FIRST_STATE_ID, type FirstState, type SandboxOrigin, type Wire} from '../../wire/control.ts';
import {isHostPage} from '../../wire/host-pages.ts';
import {
  BOOT_PATH,
  BOOT_SCRIPT,
  ELEMENTS_SOURCE_ID,
  EXPECTED_ORIGIN_ATTRIBUTE,
  EXPECTED_WIRE_ATTRIBUTE,
  FRAME_SCRIPT,
  HOST_SOURCE_ID,
  FRAME_URL,
  SANDBOXES,
} from '../../wire/sandbox-start.ts';

const ASSETS = '/.simhost/';
const ASSET = /^[\w-]+(?:\.[\w-]+)*\.(js|css|map)$/;
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json',
};

/** The host page, the frame that its extensions start in, and the built files both are made of. */
export class Page {
  readonly #folder: URL;
  readonly #files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #scripts = new Map<string, string>();

  constructor(folder: URL | string) {
    const base = typeof folder === 'string' ? pathToFileURL(folder) : folder;
    this.#folder = base.href.endsWith('/') ? base : new URL(`${base.href}/`);
  }

  /** The page's document; it prepares a sandbox of that origin, and starts with that state where one is given. */
  async document(origin: SandboxOrigin, first: FirstState | null = null): Promise<Response> {
    const wire = first?.state.mounts[0]?.wire ?? 'remote-dom';
    const names = ['start.js', 'host.js', 'elements.js', SANDBOXES[wire].file];
    const scripts = await Promise.all(names.map((name) => this.#script(name)));
    const missing = names.find((_, index) => scripts[index] === undefined);
    if (missing !== undefined) return new Response(this.#missing(missing), {status: 500});

    const [start = '', host = '', elements = '', sandbox = ''] = scripts;
    // Nobody else's page may hold ours in a frame.
    return html(
      hostDocument({origin, wire, first, start, host, elements, sandbox}),
      "frame-ancestors 'none'",
    );
  }

  /** The document in which workers of the platform's extension host are created. */
  frame(): Response {
    return html(FRAME, 'frame-ancestors https://shopify.com https://*.myshopify.com');
  }

  /** A built file, or `null` for a path that is none of ours. */
  async asset(pathname: string): Promise<Response | null> {
    if (!pathname.startsWith(ASSETS)) return null;
    const name = pathname.slice(ASSETS.length);
    const type = ASSET.exec(name)?.[1];
    const body =
      pathname === BOOT_PATH ? BOOT_SCRIPT : type === undefined ? undefined : await this.#read(name);
    const headers = {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    };

    if (body === undefined) {
      const text = type === undefined ? `${pathname} is no file of simhost.` : this.#missing(name);
      return new Response(text, {status: 404, headers});
    }

    return new Response(body, {
      headers: {...headers, 'content-type': TYPES[type ?? ''] ?? 'application/octet-stream'},
    });
  }

  /** A built file as it can stand in the document. */
  async #script(name: string): Promise<string | undefined> {
    const known = this.#scripts.get(name);
    if (known !== undefined) return known;

    const body = await this.#read(name);
    if (body === undefined) return undefined;

    const script = inScript(new TextDecoder().decode(body));
    this.#scripts.set(name, script);
    return script;
  }

  #missing(name: string): string {
    return `simhost has no file ${name} in ${fileURLToPath(this.#folder)}. Build it first: npm run build.`;
  }

  async #read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const file =
      this.#files.get(name) ?? readFile(new URL(name, this.#folder)).then((buffer) => new Uint8Array(buffer));
    this.#files.set(name, file);
    return file.catch(() => {
      this.#files.delete(name);
      return undefined;
    });
  }
}

/** Whether a request asks for the host page of a customer's account or of a checkout. */
export function asksForPage(method: string, url: URL, headers: Headers): boolean {
  if (method !== 'GET' || !isHostPage(url)) return false;
  const mode = headers.get('sec-fetch-mode');
  return mode === null ? (headers.get('accept') ?? '').includes('text/html') : mode === 'navigate';
}

/** Whether a request asks for the frame that extensions start in. */
export function asksForFrame(url: URL): boolean {
  return url.href === FRAME_URL;
}

function html(text: string, policy: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'strict-origin-when-cross-origin',
    },
  });
}

const FRAME = `<!doctype html><meta charset="utf-8"><title>simhost sandbox</title><script>${FRAME_SCRIPT}</script>`;

/** One document with everything in it: each request of its own would cost the page a connection. */
function hostDocument({
  origin,
  wire,
  first,
  start,
  host,
  elements,
  sandbox,
}: {
  origin: SandboxOrigin;
  wire: Wire;
  first: FirstState | null;
  start: string;
  host: string;
  elements: string;
  /** That of the first extension's wire; the page fetches the other one when it needs it. */
  sandbox: string;
}): string {
  return `<!doctype html>
<html lang="en" ${EXPECTED_ORIGIN_ATTRIBUTE}="${origin}" ${EXPECTED_WIRE_ATTRIBUTE}="${wire}">
  <head>
    <meta charset="utf-8">
    <script type="text/plain" id="${SANDBOXES[wire].elementId}">${sandbox}</script>
    <script>${start}</script>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>simhost</title>
    <link rel="icon" href="data:,">
    ${first === null ? '' : `<script type="application/json" id="${FIRST_STATE_ID}">${JSON.stringify(first).replaceAll('<', '\\u003c')}</script>`}
    <script type="text/plain" id="${ELEMENTS_SOURCE_ID}">${elements}</script>
    <script type="text/plain" id="${HOST_SOURCE_ID}">${host}</script>
  </head>
  <body></body>
</html>
`;
}

/** A script that no text inside can end early. */
function inScript(script: string): string {
  return script.replaceAll('</script', '<\\/script');
}
