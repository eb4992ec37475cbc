import {execFileSync} from 'node:child_process';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {brokenRules, trackedSources} from './floors.mjs';

const one = (path, source) => brokenRules(new Map([[path, source]]));

test('an import from a lower floor passes', () => {
  expect(one('platforms/shopify/x.ts', `import {a} from '../../world/a.ts';`)).toEqual([]);
});

test('upward, sideways, type-only, re-exported and dynamic imports are refused', () => {
  expect(one('tokens/a.ts', `import {x} from '../platforms/x.ts';`)).toEqual([
    'tokens/a.ts: "tokens" must not import "platforms" (../platforms/x.ts)',
  ]);
  expect(one('tokens/a.ts', `import {x} from '../world/x.ts';`)).toHaveLength(1);
  expect(one('tokens/a.ts', `import type {X} from '../simulation/x.ts';`)).toHaveLength(1);
  expect(one('tokens/a.ts', `export * from '../server/x.ts';`)).toHaveLength(1);
  expect(one('tokens/a.ts', `export const x = import('../cases/x.ts');`)).toHaveLength(1);
});

test('what is served to browsers reaches only its own short list', () => {
  expect(one('sandbox/a.ts', `import {sign} from '../tokens/jws.ts';`)).toHaveLength(1);
  expect(one('host/a.ts', `import {define} from '../elements/define.ts';`)).toEqual([]);
  expect(one('elements/a.ts', `import {x} from '../host/x.ts';`)).toHaveLength(1);
});

test('a test of what browsers get may start one', () => {
  expect(one('host/a.test.ts', `import {launchOptions} from '../chromium.ts';`)).toEqual([]);
  expect(one('host/a.ts', `import {launchOptions} from '../chromium.ts';`)).toHaveLength(1);
});

test('rooms that also run in a browser import no Node built-in', () => {
  expect(one('tokens/a.ts', `import {createHmac} from 'node:crypto';`)).toHaveLength(1);
  expect(one('server/a.ts', `import {createServer} from 'node:http';`)).toEqual([]);
});

test('a room without a floor is refused', () => {
  expect(one('attic/a.ts', ``)).toHaveLength(1);
});

test('every tracked file is read', () => {
  const sources = trackedSources(join(import.meta.dirname, '..'));
  expect(sources.size).toBeGreaterThan(10);
  expect(sources.has('errors.ts')).toBe(true);
});

test('a file that git lists and that is not read is an error', async ({}, testInfo) => {
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
