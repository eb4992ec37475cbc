import {readFile} from 'node:fs/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {FIRST_STATE_ID, type FirstState, type SandboxOrigin, type Wire} from '../../wire/control.ts';
import {ADMIN_PAGE, CDN_SCRIPTS} from '../../wire/admin.ts';
import {WATCHER_FILE} from '../../wire/deed.ts';
import {isHostPage} from '../../wire/host-pages.ts';
import {
  BOOT_PATH,
  BOOT_SCRIPT,
  ELEMENTS_SOURCE_ID,
  EXPECTED_ORIGIN_ATTRIBUTE,
  EXPECTED_WIRE_ATTRIBUTE,
  FRAME_SCRIPT,
  HOST_SOURCE_ID,
  SANDBOXES,
} from '../../wire/sandbox-start.ts';

const ASSETS = '/.simhost/';
const ASSET = /^[\w-]+(?:\.[\w-]+)*\.(js|css|map)$/;
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json',
};

const ASSET_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

const CDN_HEADERS = {
  'access-control-allow-origin': '*',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};

/** The ways in which documents of the host page differ. */
interface DocumentOptions {
  readonly first?: FirstState | null;
  readonly watched?: boolean;
  /** The origin that may show the page in a frame. Default: none. */
  readonly framedBy?: string | null;
}

/** Serves the host page, the frame that its extensions start in, and the built files of both. */
export class HostPageFiles {
  readonly #folder: URL;
  readonly #files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #scripts = new Map<string, string>();

  constructor(folder: URL | string) {
    const base = typeof folder === 'string' ? pathToFileURL(folder) : folder;
    this.#folder = base.href.endsWith('/') ? base : new URL(`${base.href}/`);
  }

  /**
   * The page's document. It prepares a sandbox of that origin and starts with the given state, if any. A watched page
   * reports what a person does on it. Only pages of the origin `framedBy` may show it in a frame.
   */
  async document(
    origin: SandboxOrigin,
    {first = null, watched = false, framedBy = null}: DocumentOptions = {},
  ): Promise<Response> {
    const wire = first?.state.mounts[0]?.wire ?? 'remote-dom';
    const names = ['start.js', 'host.js', 'elements.js', SANDBOXES[wire].file];
    const scripts = await Promise.all(names.map((name) => this.#script(name)));
    const missing = names.find((_, index) => scripts[index] === undefined);
    if (missing !== undefined) return new Response(this.#missing(missing), {status: 500});

    const [start = '', host = '', elements = '', sandbox = ''] = scripts;
    const document = hostDocument({origin, wire, first, watched, start, host, elements, sandbox});
    return html(document, `frame-ancestors ${framedBy ?? "'none'"}`);
  }

  /** The document in which workers of the platform's extension host are created. */
  frame(): Response {
    return html(
      FRAME,
      'frame-ancestors https://shopify.com https://admin.shopify.com https://*.myshopify.com',
    );
  }

  /** The document of the simulated admin. */
  admin(): Response {
    return html(ADMIN, "frame-ancestors 'none'");
  }

  /** A script of Shopify's CDN, for a path in `CDN_SCRIPTS`. Documents of every origin may load it. */
  async cdnScript(pathname: string): Promise<Response> {
    const name = CDN_SCRIPTS.get(pathname) ?? '';
    const body = await this.#read(name);
    if (body === undefined) return new Response(this.#missing(name), {status: 500, headers: CDN_HEADERS});
    return new Response(body, {headers: {...CDN_HEADERS, 'content-type': TYPES['js'] ?? ''}});
  }

  /** A built file, for a path that `isAssetPath` accepts. */
  async asset(pathname: string): Promise<Response> {
    const name = pathname.slice(ASSETS.length);
    const type = ASSET.exec(name)?.[1];
    if (type === undefined)
      return new Response(`${pathname} is not a file of simhost.`, {status: 404, headers: ASSET_HEADERS});

    const body = pathname === BOOT_PATH ? BOOT_SCRIPT : await this.#read(name);
    if (body === undefined) return new Response(this.#missing(name), {status: 404, headers: ASSET_HEADERS});

    const contentType = TYPES[type] ?? 'application/octet-stream';
    return new Response(body, {headers: {...ASSET_HEADERS, 'content-type': contentType}});
  }

  /** A built script, escaped for the document. */
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
  return method === 'GET' && isHostPage(url) && isNavigation(headers);
}

function isNavigation(headers: Headers): boolean {
  const mode = headers.get('sec-fetch-mode');
  return mode === null ? (headers.get('accept') ?? '').includes('text/html') : mode === 'navigate';
}

/** Whether a request asks for the page of the admin around an app. */
export function asksForAdmin(method: string, url: URL, headers: Headers): boolean {
  return method === 'GET' && ADMIN_PAGE.test(url.pathname) && isNavigation(headers);
}

/** Answers a request to Shopify's CDN for a font, a picture or a style sheet: with nothing, and no error. */
export function emptyAnswer(pathname: string): Response {
  const isStyleSheet = pathname.endsWith('.css');
  return isStyleSheet
    ? new Response('', {headers: {...CDN_HEADERS, 'content-type': 'text/css; charset=utf-8'}})
    : new Response(null, {status: 204, headers: CDN_HEADERS});
}

/** Whether a path belongs to the built files of simhost. */
export function isAssetPath(pathname: string): boolean {
  return pathname.startsWith(ASSETS);
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

const ADMIN = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>simhost admin</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${ASSETS}admin.css">
    <script type="module" src="${ASSETS}admin.js"></script>
  </head>
  <body><div id="admin"></div></body>
</html>
`;

/** Writes the document with everything in it, because each further request would cost the page a connection. */
function hostDocument({
  origin,
  wire,
  first,
  watched,
  start,
  host,
  elements,
  sandbox,
}: {
  origin: SandboxOrigin;
  wire: Wire;
  first: FirstState | null;
  watched: boolean;
  start: string;
  host: string;
  elements: string;
  /** The sandbox for the first extension's wire. The page fetches the other one when it needs it. */
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
    ${watched ? `<script defer src="${ASSETS}${WATCHER_FILE}"></script>` : ''}
  </head>
  <body></body>
</html>
`;
}

/** Escapes a script, so that no string inside ends it early. */
function inScript(script: string): string {
  return script.replaceAll('</script', '<\\/script');
}
