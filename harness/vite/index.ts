export {simhost} from './plugin.ts';
export type {PluginOptions} from './plugin-options.ts';
export type {
  ClosingContext,
  HtmlContext,
  HtmlTag,
  NextHandler,
  ServerMiddleware,
  SimhostPlugin,
  ViteServer,
} from './vite-plugin.ts';
