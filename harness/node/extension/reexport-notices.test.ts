import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {writeFiles} from './extension.fixture.ts';
import {reexportNotices} from './reexport-notices.ts';

const THING =
  'export interface ThingProps {a: 1}\nexport const Thing = 1;\nexport type {Other} from "./other";';

/** [what a module exports, the names that get a notice] */
const MODULES: readonly (readonly [source: string, names: readonly string[]])[] = [
  ['export {Thing, ThingProps} from "./Thing";', ['ThingProps']],
  ['import {Thing, ThingProps} from "./Thing";\nexport {Thing, ThingProps};', ['ThingProps']],
  ['export {Thing, Thimg, Other} from "./Thing.js";', ['Thimg', 'Other']],
  ['export {Thing as default, type ThingProps} from "./Thing";', []],
  ['export type {ThingProps} from "./Thing"; export * from "./Thing";', []],
  ['export {anything} from "./all"; export {more} from "a-package";', []],
];

for (const [source, names] of MODULES) {
  test(`${names.length === 0 ? 'has no notice for' : `notices ${names.join(' and ')} in`} ${source.replace('\n', ' ')}`, async () => {
    const dir = test.info().outputPath('src');
    await writeFiles(dir, {'index.ts': source, 'Thing.ts': THING, 'all.ts': 'export * from "./Thing";'});

    const notices = await reexportNotices(['index.ts', 'Thing.ts', 'all.ts'].map((name) => join(dir, name)));
    expect(notices.map(({message}) => /exports "(\w+)"/.exec(message)?.[1])).toEqual(names);
  });
}

test('names the place and the next step', async () => {
  const dir = test.info().outputPath('src');
  await writeFiles(dir, {'index.tsx': '\nexport {Thing, ThingProps} from "./Thing";', 'Thing.ts': THING});

  const [notice] = await reexportNotices([join(dir, 'index.tsx'), join(dir, 'Thing.ts')]);
  expect(notice).toMatchObject({
    code: 'export-without-value',
    message: expect.stringMatching(
      /src\/index\.tsx:2:16: exports "ThingProps" of ".\/Thing", which has no value/,
    ),
    next: 'Write "type ThingProps" if it is a type, or correct the name.',
  });
});

test('JavaScript has no notice, because esbuild refuses a missing name there', async () => {
  const dir = test.info().outputPath('src');
  await writeFiles(dir, {'index.js': 'export {gone} from "./Thing";', 'Thing.ts': THING});
  expect(await reexportNotices([join(dir, 'index.js'), join(dir, 'Thing.ts')])).toEqual([]);
});
