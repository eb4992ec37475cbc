import {checkOptions, type PluginOptions} from './plugin-options.ts';
import {SCRIPT_PATH} from './own-paths.ts';
import type {ServedPage} from './served-page.ts';
import type {ClosingContext, SimhostPlugin, ViteServer} from './vite-plugin.ts';

/**
 * Gives the pages of `vite dev` and `vite preview` the `shopify` global and the simulated platform. Builds do not
 * contain it. Works with Vite 5 to 8.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`, `ERR_BAD_BACKEND`
 *
 * @example
 * ```ts
 * // vite.config.ts
 * import {simhost} from 'simhost/vite';
 *
 * export default {
 *   plugins: [
 *     simhost({backends: {'https://loyalty.example.com': {command: 'node backend/server.js'}}}),
 *   ],
 * };
 * ```
 */
export function simhost(options: PluginOptions = {}): SimhostPlugin {
  checkOptions(options);
  const pages = new Set<ServedPage>();
  let base = '/';

  const serve = async (server: ViteServer): Promise<void> => {
    ({base} = server.config);
    // What plays the platform is large, and a build does not need it.
    const {ServedPage} = await import('./served-page.ts');
    const page = new ServedPage(options, server);
    pages.add(page);
    server.httpServer?.once('close', () => void page.close());
  };

  return {
    name: 'simhost',
    apply: 'serve',
    configureServer: serve,
    configurePreviewServer: serve,
    transformIndexHtml: {
      order: 'post',
      handler: (_, {server}) =>
        server === undefined
          ? []
          : [{tag: 'script', attrs: {src: `${base}${SCRIPT_PATH}`}, injectTo: 'head-prepend'}],
    },
    async closeBundle(): Promise<void> {
      const ended = [...pages].filter((page) => endsWith(page, this));
      for (const page of ended) pages.delete(page);
      await Promise.all(ended.map((page) => page.close()));
    },
  };
}

/**
 * Whether a page belongs to the server that is closing. A restart configures the new server before the old one closes,
 * and both share the plugin if its object is in the options of `createServer`.
 */
function endsWith(page: ServedPage, {environment}: ClosingContext): boolean {
  // Vite 5 does not name the server. A new one has not started its page yet.
  return environment === undefined ? page.hasStarted : page.isOf(environment.getTopLevelConfig());
}
