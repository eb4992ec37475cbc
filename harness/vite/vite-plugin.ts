import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';

/**
 * The plugin, as far as Vite uses it. These types are written out, because those of one major version of Vite do not
 * fit the configuration of another.
 *
 * @see https://vite.dev/guide/api-plugin
 *
 * @example
 * ```ts
 * import {simhost, type SimhostPlugin} from 'simhost/vite';
 *
 * const plugin: SimhostPlugin = simhost();
 * ```
 */
export interface SimhostPlugin {
  /** The name in messages of Vite. */
  readonly name: 'simhost';
  /** Vite leaves the plugin out of builds. */
  readonly apply: 'serve';
  /** Adds the simulated platform to `vite dev`. */
  readonly configureServer: (server: ViteServer) => Promise<void>;
  /** Adds the simulated platform to `vite preview`. */
  readonly configurePreviewServer: (server: ViteServer) => Promise<void>;
  /** Adds the first script to pages. */
  readonly transformIndexHtml: {
    readonly order: 'post';
    readonly handler: (html: string, context: HtmlContext) => HtmlTag[];
  };
  /** Stops the simulation and its backends. */
  readonly closeBundle: (this: ClosingContext) => Promise<void>;
}

/** The part of the context of a closing server that the plugin uses. */
export interface ClosingContext {
  /** The facts about Vite. */
  readonly meta: object;
  /** An environment of the server; undefined in Vite 5. */
  readonly environment?: {getTopLevelConfig(): object};
}

/** The part of Vite's development or preview server that the plugin uses. */
export interface ViteServer {
  /** The chain of handlers of the server. */
  readonly middlewares: {use(handler: ServerMiddleware): unknown};
  /** The server of Node; `null` in `middlewareMode`. */
  readonly httpServer: HttpServer | null;
  /** The resolved configuration. */
  readonly config: {
    /** The folder of the project. */
    readonly root: string;
    /** The path that the project is served from. */
    readonly base: string;
    /** The path of the configuration file. */
    readonly configFile?: string | undefined;
    /** The settings of the server. */
    readonly server?: {readonly middlewareMode?: unknown};
    /** The writer of terminal lines. */
    readonly logger: {info(text: string): void; error(text: string): void};
  };
  /** The modules that the development server knows. A preview server has none. */
  readonly moduleGraph?: ModuleGraph;
}

/** The part of a server of Node that the plugin uses. */
export interface HttpServer {
  /** Calls a function once the server listens, or once it is closed. */
  once(event: 'listening' | 'close', listener: () => void): unknown;
  /** Calls a function for each WebSocket. */
  on(event: 'upgrade', listener: UpgradeListener): unknown;
  /** Undoes `on`. */
  off(event: 'upgrade', listener: UpgradeListener): unknown;
}

/** Gets each WebSocket of a server of Node. */
export type UpgradeListener = (message: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The part of Vite's graph of modules that the plugin uses. */
export interface ModuleGraph {
  /** Finds a module by the URL that the browser has. */
  getModuleByUrl(url: string): Promise<ServedModule | undefined>;
}

/** A module of the page. */
export interface ServedModule {
  /** The absolute path of the source. */
  readonly file: string | null;
  /** The code that the browser has. */
  readonly transformResult: {readonly map: unknown} | null;
}

/** A handler of requests, as Connect has them. */
export type ServerMiddleware = (message: IncomingMessage, out: ServerResponse, next: NextHandler) => void;

/** Gives a request to the next handler. */
export type NextHandler = (error?: unknown) => void;

/** The facts about a page that Vite transforms. */
export interface HtmlContext {
  /** The development server; undefined in a build. */
  readonly server?: unknown;
}

/** A tag that Vite adds to a page. */
export interface HtmlTag {
  /** The name of the element. */
  readonly tag: 'script';
  /** The attributes of the element. */
  readonly attrs: {readonly src: string};
  /** The place in the document. */
  readonly injectTo: 'head-prepend';
}
