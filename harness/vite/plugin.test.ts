import {EventEmitter} from 'node:events';
import {expect, test} from '@playwright/test';
import type {Plugin, PluginOption} from 'vite';
import {simhost} from './plugin.ts';
import type {PluginOptions} from './plugin-options.ts';
import type {ViteServer} from './vite-plugin.ts';
// The plugin imports this room once a server is configured. Here, that time does not count against a test's timeout.
import './served-page.ts';

for (const [options, message] of [
  [{custmer: 'ada'}, 'Unknown simhost option "custmer".\nDid you mean "customer"?'],
  [{origin: 'opaque'}, 'Unknown simhost option "origin".'],
  [{console: 'yes'}, 'The option console is "yes".\nGive true or false.'],
  [{backends: {'myapp.com': 'http://localhost:3000'}}, 'Not the origin of a backend: "myapp.com".'],
  [{backends: {'https://myapp.com': {comand: 'node a.js'}}}, 'Did you mean "command"?'],
  [{backends: {'https://myapp.com': 3000}}, `Give backends: {'https://myapp.com': 'http://localhost:3000'}`],
  [{backends: 'http://localhost:3000'}, 'The option backends is a string.'],
  ['ada', 'simhost() got a string.'],
  [null, 'simhost() got null.'],
] as const) {
  test(`refuses ${JSON.stringify(options)} when the configuration is read`, () => {
    expect(() => simhost(options as unknown as PluginOptions)).toThrow(message);
  });
}

test('is a plugin of the installed Vite, for servers alone', () => {
  const plugin: Plugin = simhost();
  const options: PluginOption[] = [plugin, [simhost({customer: 'bea', console: false})]];
  expect(options).toHaveLength(2);
  expect(plugin).toMatchObject({name: 'simhost', apply: 'serve'});
});

test('adds no script to a page that is built', () => {
  const {handler} = simhost().transformIndexHtml;
  expect(handler('', {})).toEqual([]);
  expect(handler('', {server: {}})).toEqual([
    {tag: 'script', attrs: {src: '/.simhost/page.js'}, injectTo: 'head-prepend'},
  ]);
});

/** A server of Vite in `middlewareMode`, and the number of pages that get WebSockets of the author's server. */
function fakeServer(): {server: ViteServer; pages(): number} {
  const own = new EventEmitter();
  const server: ViteServer = {
    middlewares: {use: () => undefined},
    httpServer: null,
    config: {
      root: '.',
      base: '/',
      server: {middlewareMode: {server: own}},
      logger: {info: () => undefined, error: () => undefined},
    },
  };
  return {server, pages: () => own.listenerCount('upgrade')};
}

test('the end of a server closes its own page alone', async () => {
  const plugin = simhost();
  const [former, next] = [fakeServer(), fakeServer()];
  await plugin.configureServer(former.server);
  await plugin.configureServer(next.server);

  const ending = {meta: {}, environment: {getTopLevelConfig: () => former.server.config}};
  await plugin.closeBundle.call(ending);
  expect([former.pages(), next.pages()]).toEqual([0, 1]);
  // Vite calls it for each environment of a server.
  await plugin.closeBundle.call(ending);
  expect(next.pages()).toBe(1);
});

test('the end of a server of Vite 5 closes no page that has not started', async () => {
  const plugin = simhost();
  const next = fakeServer();
  await plugin.configureServer(next.server);
  await plugin.closeBundle.call({meta: {}});
  expect(next.pages()).toBe(1);
});
