import {expect, test} from '@playwright/test';
import type {Plugin, PluginOption} from 'vite';
import {simhost} from './plugin.ts';
import type {PluginOptions} from './plugin-options.ts';

for (const [options, message] of [
  [{custmer: 'ada'}, 'Unknown simhost option "custmer".\nDid you mean "customer"?'],
  [{origin: 'opaque'}, 'Unknown simhost option "origin".'],
  [{console: 'yes'}, 'The option console is "yes".\nGive true or false.'],
  [{backends: {'myapp.com': 'http://localhost:3000'}}, 'Not the origin of a backend: "myapp.com".'],
  [{backends: {'https://myapp.com': {comand: 'node a.js'}}}, 'Did you mean "command"?'],
  [{backends: {'https://myapp.com': 3000}}, `Give backends: {'https://myapp.com': 'http://localhost:3000'}`],
  [{backends: 'http://localhost:3000'}, 'The option backends is "http://localhost:3000".'],
  ['ada', 'simhost() got "ada".'],
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
