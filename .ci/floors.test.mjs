import {execFileSync} from 'node:child_process';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {brokenRules, trackedSources} from './floors.mjs';

const one = (path, source) => brokenRules(new Map([[path, source]]));

test('an import from a lower floor passes', () => {
  expect(one('core/platforms/shopify/x.ts', `import {a} from '../../world/a.ts';`)).toEqual([]);
  expect(one('node/server/x.ts', `import {a} from '../../core/simulation/a.ts';`)).toEqual([]);
});

test('refuses upward, sideways, type-only, re-exported and dynamic imports', () => {
  expect(one('core/tokens/a.ts', `import {x} from '../platforms/x.ts';`)).toEqual([
    'core/tokens/a.ts: "core/tokens" must not import "core/platforms" (../platforms/x.ts)',
  ]);

  expect(one('core/tokens/a.ts', `import {x} from '../world/x.ts';`)).toHaveLength(1);
  expect(one('core/tokens/a.ts', `import type {X} from '../simulation/x.ts';`)).toHaveLength(1);
  expect(one('core/tokens/a.ts', `export * from '../platforms/x.ts';`)).toHaveLength(1);
  expect(one('core/tokens/a.ts', `export const x = import('../cases/x.ts');`)).toHaveLength(1);
});

test('refuses an import from core to node or page', () => {
  expect(one('core/simulation/a.ts', `import {x} from '../../node/extension/x.ts';`)).toEqual([
    'core/simulation/a.ts: "core/simulation" must not import "node/extension" (../../node/extension/x.ts)',
  ]);
  expect(one('core/simulation/a.ts', `import type {X} from '../../page/host/x.ts';`)).toHaveLength(1);
});

test('limits what is served to browsers to its own short list', () => {
  expect(one('page/sandbox/a.ts', `import {sign} from '../../core/tokens/jws.ts';`)).toHaveLength(1);
  expect(one('page/host/a.ts', `import {define} from '../elements/define.ts';`)).toEqual([]);
  expect(one('page/elements/a.ts', `import {x} from '../host/x.ts';`)).toHaveLength(1);
});

test('lets tests import any room and any module of Node', () => {
  expect(
    one('page/host/a.test.ts', `import {launchOptions} from '../../node/chromium.ts'; import 'node:fs';`),
  ).toEqual([]);

  expect(
    one('core/platforms/vtex/a.test.ts', `import {createSimulation} from '../../simulation/simulation.ts';`),
  ).toEqual([]);

  expect(one('page/host/a.ts', `import {launchOptions} from '../../node/chromium.ts';`)).toHaveLength(1);
});

test('refuses a module of Node in rooms that also run in a browser', () => {
  expect(one('core/tokens/a.ts', `import {createHmac} from 'node:crypto';`)).toHaveLength(1);
  expect(one('wire/a.ts', `import {createHmac} from 'node:crypto';`)).toHaveLength(1);
  expect(one('node/server/a.ts', `import {createServer} from 'node:http';`)).toEqual([]);
});

test('refuses a room without a floor', () => {
  expect(one('attic/a.ts', ``)).toEqual(['attic/a.ts: "attic" is on no floor; add it to .ci/floors.mjs']);
});

test('layers the console from its parts up to the palette', () => {
  const from = (path, specifier) => one(`page/console/${path}`, `import {x} from '${specifier}';`);

  expect(from('palette/a.ts', '../frame/x.ts')).toEqual([]);
  expect(from('tokens/paste/a.tsx', '../../requests/x.tsx')).toEqual([]);
  expect(from('state/a.ts', '../parts/x.ts')).toEqual([]);
  expect(from('tokens/a.tsx', './tokens.css')).toEqual([]);

  expect(from('parts/a.ts', '../state/x.ts')).toEqual([
    'page/console/parts/a.ts: a lower layer of the console must not import ../state/x.ts',
  ]);
  expect(from('state/a.ts', '../requests/x.ts')).toHaveLength(1);
  expect(from('calls/a.ts', '../frame/x.ts')).toHaveLength(1);
  expect(from('frame/a.ts', '../palette/x.ts')).toHaveLength(1);
  expect(from('attic/a.ts', '../parts/x.ts')).toEqual([
    'page/console/attic/a.ts: is in no layer of the console; add its folder to .ci/floors.mjs',
  ]);
});

test('refuses files that import each other, type imports included', () => {
  const two = new Map([
    ['wire/a.ts', `import type {B} from './b.ts';`],
    ['wire/b.ts', `import {a} from './a.ts';`],
  ]);

  expect(brokenRules(two)).toEqual(['circle: wire/a.ts -> wire/b.ts']);

  const three = new Map([
    ['wire/a.ts', `export * from './b.ts';`],
    ['wire/b.ts', `import './c.ts';`],
    ['wire/c.ts', `const a = import('./a.ts');`],
    ['wire/d.ts', `import './a.ts';`],
  ]);

  expect(brokenRules(three)).toEqual(['circle: wire/a.ts -> wire/b.ts -> wire/c.ts']);
});

test('reads every tracked file', () => {
  const sources = trackedSources(join(import.meta.dirname, '..'));
  expect(sources.size).toBeGreaterThan(10);
  expect(sources.has('errors.ts')).toBe(true);
});

test('fails for a file that git lists and that cannot be read', async ({}, testInfo) => {
  const root = testInfo.outputPath('project');
  await mkdir(join(root, 'harness'), {recursive: true});
  await writeFile(join(root, 'harness/kept.ts'), '');
  await writeFile(join(root, 'harness/lost.ts'), '');
  execFileSync('git', ['init', '-q'], {cwd: root});
  execFileSync('git', ['add', '.'], {cwd: root});

  expect([...trackedSources(root).keys()]).toEqual(['kept.ts', 'lost.ts']);
  await rm(join(root, 'harness/lost.ts'));
  expect(() => trackedSources(root)).toThrow('harness/lost.ts');
});
