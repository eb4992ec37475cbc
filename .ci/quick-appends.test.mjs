import {readFile} from 'node:fs/promises';
import {createContext, runInContext} from 'node:vm';
import {expect, test} from '@playwright/test';
import {build} from 'esbuild';
import {withQuickAppends} from './quick-appends.ts';

test('an append looks at the last child, and not at all the others', async () => {
  const {document} = await polyfilled(withQuickAppends);
  expect(stepsOfAppends(document)).toBe(0);
});

test('the polyfill still looks at all children, so the change is needed', async () => {
  const {document} = await polyfilled((source) => source);
  expect(stepsOfAppends(document)).toBe(3);
});

test('a child is appended after the last one when a script has reordered childNodes', async () => {
  const {document} = await polyfilled(withQuickAppends);
  const parent = document.createElement('s-stack');
  parent.append('a', 'b', 'c');
  parent.childNodes.reverse();
  parent.append('d');
  expect(parent.textContent).toBe('abcd');
});

test('a polyfill that appends in another way stops the build', () => {
  expect(() => withQuickAppends('class ParentNode {}')).toThrow(/ParentNode of @remote-dom\/polyfill has no/);
});

/** Counts how often three appends to a parent with two children go on from its first child. */
function stepsOfAppends(document) {
  const parent = document.createElement('s-stack');
  const first = document.createElement('s-text');
  parent.append(first, document.createElement('s-text'));

  const next = Object.getOwnPropertySymbols(first).find(({description}) => description === 'next');
  const second = first[next];
  let steps = 0;
  Object.defineProperty(first, next, {get: () => (steps++, second)});

  for (let appended = 0; appended < 3; appended++) parent.append(document.createElement('s-text'));
  return steps;
}

/** Loads the sandbox's polyfill into a new global scope. */
async function polyfilled(change) {
  const changed = {
    name: 'changed',
    setup: ({onLoad}) =>
      onLoad({filter: /[\\/]@remote-dom[\\/]polyfill[\\/].*[\\/]ParentNode\.m?js$/}, async ({path}) => ({
        contents: change(await readFile(path, 'utf8')),
      })),
  };
  const {outputFiles} = await build({
    stdin: {contents: `import '@remote-dom/core/polyfill';`, resolveDir: '.'},
    bundle: true,
    write: false,
    plugins: [changed],
  });

  const scope = createContext({});
  runInContext(`var self = globalThis; ${outputFiles[0].text}`, scope);
  return scope;
}
