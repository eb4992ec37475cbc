import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect} from '@playwright/test';
import {build} from 'esbuild';
import {test} from './polaris.fixture.ts';

/** An app that React renders on the server and takes over in the page. It uses no JSX, so that no setting matters. */
const APP = `
import {createElement as h, useState, version} from 'react';
export function App() {
  const [title, setTitle] = useState('Hat');
  const [count, setCount] = useState(0);
  return h('s-page', {heading: 'Hats', inlineSize: 'small'},
    h('s-text-field', {label: 'Title', value: title, onInput: (event) => setTitle(event.target.value)}),
    h('s-checkbox', {label: 'Active', onChange: () => setCount((before) => before + 100)}),
    h('s-button', {onClick: () => setCount((before) => before + 1), disabled: count > 100 ? true : undefined}, 'Add'),
    h('s-banner', {heading: 'News', dismissible: true,
      // React before 19 takes it for an attribute.
      ...(version.startsWith('18.') ? {} : {ondismiss: () => setCount((before) => before + 1000)})}),
    h('s-modal', {id: 'm', heading: 'Sure?'}, h('s-text', null, 'Gone')),
    h('s-table', null, h('s-table-body', null, h('s-table-row', null, h('s-table-cell', null, title)))),
    h('output', null, title + ' ' + count));
}`;

const PAGE = `
import {createElement} from 'react';
import {hydrateRoot} from 'react-dom/client';
import {App} from 'app';
console.error = (...words) => heard.push(words.map(String).join(' '));
customElements.whenDefined('s-url-field').then(() =>
  hydrateRoot(document.getElementById('root'), createElement(App), {
    onRecoverableError: (error) => heard.push(String(error)),
  }));`;

const SERVER = `
import {createElement} from 'react';
import {renderToString} from 'react-dom/server';
import {App} from 'app';
process.stdout.write(renderToString(createElement(App)));`;

/** Runs the server's bundle, and returns the HTML that it writes. */
function rendered(script: string): string {
  return execFileSync(process.execPath, ['--input-type=commonjs'], {input: script, encoding: 'utf8'});
}

async function bundle(release: string, contents: string, platform: 'browser' | 'node'): Promise<string> {
  const resolveDir = fileURLToPath(new URL(`../../../fixtures/sdks/${release}`, import.meta.url));
  const {outputFiles} = await build({
    stdin: {contents, resolveDir},
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    define: {'process.env.NODE_ENV': '"development"'},
    plugins: [
      {
        name: 'app',
        setup({onResolve, onLoad}) {
          onResolve({filter: /^app$/}, () => ({path: 'app', namespace: 'app'}));
          onLoad({filter: /^app$/, namespace: 'app'}, () => ({contents: APP, resolveDir}));
        },
      },
    ],
  });

  return outputFiles[0]?.text ?? '';
}

for (const [release, changes] of [
  // React before 19 gives custom elements no `change`.
  ['react-18', 'Cap 1'],
  ['react-19', 'Cap 1101'],
] as const) {
  test(`${release} hydrates the elements without a difference, and hears their events`, async ({
    show,
    heard,
  }) => {
    const html = rendered(await bundle(release, SERVER, 'node'));
    const page = await show(
      `<div id="root">${html}</div><script>${await bundle(release, PAGE, 'browser')}</script>`,
    );

    await page.getByRole('button', {name: 'Add'}).click();
    await expect(page.getByRole('status').last()).toHaveText('Hat 1');
    await page.getByLabel('Title').fill('Cap');
    await page.getByRole('checkbox', {name: 'Active'}).check();
    await page.getByRole('button', {name: 'Dismiss'}).click();
    await expect(page.getByRole('status').last()).toHaveText(changes);
    expect(await heard()).toEqual([]);
  });
}
