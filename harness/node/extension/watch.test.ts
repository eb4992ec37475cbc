import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test as base} from '@playwright/test';
import type {SimhostError} from '../../errors.ts';
import {BLOCK_TARGET, extensionFolder, targeting, toml, writeFiles} from './extension.fixture.ts';
import {readExtensionFile} from './toml.ts';
import {watchExtension, type ExtensionState, type ExtensionWatcher} from './watch.ts';

interface Heard {
  readonly state?: ExtensionState;
  readonly error?: SimhostError;
}

interface Watched {
  readonly dir: string;
  /** The beginnings (true) and ends (false) of builds. */
  readonly busy: readonly boolean[];
  readonly watcher: ExtensionWatcher;
  /** The reports that the test has not read yet. */
  readonly events: readonly Heard[];
  readonly next: () => Promise<Heard>;
}

const test = base.extend<{
  watched: (files?: Readonly<Record<string, string>>, name?: string) => Promise<Watched>;
}>({
  watched: async ({}, use) => {
    const open: ExtensionWatcher[] = [];
    await use(async (files, name) => {
      const found = await startWatching(files, name);
      open.push(found.watcher);
      return found;
    });

    await Promise.all(open.map((watcher) => watcher.close()));
  },
});

test('reports the first state, and each edit of a source', async ({watched}) => {
  const {dir, events, next} = await watched({'src/Block.jsx': 'export default () => "one";'});
  expect((await next()).state?.bundle.code).toContain('"one"');
  await writeFile(join(dir, 'src/Block.jsx'), 'export default () => "two";');
  expect((await next()).state?.bundle.code).toContain('"two"');
  expect(events).toEqual([]);
});

test('reports that a build begins, and that it has ended, also if it fails', async ({watched}) => {
  const {dir, busy, watcher, next} = await watched({'src/Block.jsx': 'export default () => "one";'});
  await next();
  expect(busy).toEqual([true, false]);

  await writeFile(join(dir, 'src/Block.jsx'), 'export default )');
  expect((await next()).error).toBeDefined();
  await watcher.close();
  expect(busy.slice(0, 3)).toEqual([true, false, true]);
  expect(busy.at(-1)).toBe(false);
});

test('an edit by renaming, as editors save, is seen', async ({watched}) => {
  const {dir, next} = await watched({'src/Block.jsx': 'export default () => "one";'});
  await next();
  await writeFiles(dir, {'src/Block.jsx~': 'export default () => "two";'});
  await rename(join(dir, 'src/Block.jsx~'), join(dir, 'src/Block.jsx'));
  expect((await next()).state?.bundle.code).toContain('"two"');
});

test('recovers from a syntax error, also from one at the start', async ({watched}) => {
  const {dir, next} = await watched({'src/Block.jsx': 'export default ('});
  expect((await next()).error?.message).toMatch(/src\/Block\.jsx:1:\d+/);
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "one";'});
  expect((await next()).state?.bundle.code).toContain('"one"');
  await writeFiles(dir, {'src/Block.jsx': 'export default )'});
  expect((await next()).error).toBeDefined();
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "one";'});
  expect((await next()).state?.bundle.code).toContain('"one"');
});

test('recovers when a missing file in a new folder appears', async ({watched}) => {
  const {dir, next} = await watched({
    'src/Block.jsx': 'import {a} from "./lib/deep/a.js"; export default () => a;',
  });
  expect((await next()).error?.message).toContain('cannot find "./lib/deep/a.js"');
  await writeFiles(dir, {'src/lib/deep/a.js': 'export const a = "found";'});
  expect((await next()).state?.bundle.code).toContain('"found"');
});

test('recovers when a missing package is installed', async ({watched}) => {
  const {dir, next} = await watched({'src/Block.jsx': 'import {a} from "points"; export default () => a;'});
  expect((await next()).error?.next).toBe('Run: npm install points');
  await writeFiles(dir, {'node_modules/.points/index.js': 'export const a = "installed";'});
  await rename(join(dir, 'node_modules/.points'), join(dir, 'node_modules/points'));
  expect((await next()).state?.bundle.code).toContain('"installed"');
});

test('reports edits of the TOML and of locale files', async ({watched}) => {
  const {dir, next} = await watched();
  expect((await next()).state?.extension.capabilities.networkAccess).toBe(false);
  await writeFiles(dir, {
    'shopify.extension.toml': toml({rest: '[extensions.capabilities]\nnetwork_access = true\n'}),
  });

  expect((await next()).state?.extension.capabilities.networkAccess).toBe(true);
  await writeFiles(dir, {'locales/fr.json': '{"hello": "Bonjour"}'});
  expect((await next()).state?.translations.byLocale).toHaveProperty('fr', {hello: 'Bonjour'});
  await writeFiles(dir, {'shopify.extension.toml': toml({targets: targeting('a', './gone.js')})});
  expect((await next()).error?.message).toContain('shopify.extension.toml:10:10');
});

test('a source outside the folder counts too', async ({watched}) => {
  await writeFiles(test.info().outputPath('shared'), {'label.js': 'export const label = "one";'});
  const {next} = await watched({
    'src/Block.jsx': 'import {label} from "../../shared/label.js"; export default () => label;',
  });

  expect((await next()).state?.bundle.code).toContain('"one"');
  await writeFiles(test.info().outputPath('shared'), {'label.js': 'export const label = "two";'});
  expect((await next()).state?.bundle.code).toContain('"two"');
});

test('watches a folder of sources that is removed and created again', async ({watched}) => {
  const {dir, next} = await watched({'src/Block.jsx': 'export default () => "one";'});
  await next();
  await rm(join(dir, 'src'), {recursive: true});
  expect((await next()).error?.message).toContain('does not exist');
  await mkdir(join(dir, 'src'));
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "two";'});
  expect((await next()).state?.bundle.code).toContain('"two"');
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "three";'});
  expect((await next()).state?.bundle.code).toContain('"three"');
});

test('a folder of sources that is replaced at once, as a checkout does, stays watched', async ({watched}) => {
  const {dir, next} = await watched({'src/Block.jsx': 'export default () => "one";'});
  await next();
  await writeFiles(dir, {'new/Block.jsx': 'export default () => "two";'});
  await rename(join(dir, 'src'), join(dir, 'old'));
  await rename(join(dir, 'new'), join(dir, 'src'));
  expect((await next()).state?.bundle.code).toContain('"two"');
  for (const text of ['three', 'four', 'five']) {
    await writeFiles(dir, {'src/Block.jsx': `export default () => "${text}";`});
    expect((await next()).state?.bundle.code).toContain(text);
  }
});

for (const gone of ['app/extensions/extension', 'app/extensions', 'app']) {
  test(`is watched again when ${gone} was moved away and came back`, async ({watched}) => {
    const {dir, next} = await watched(
      {'src/Block.jsx': 'export default () => "one";', 'tsconfig.json': '{}'},
      'app/extensions/extension',
    );

    await next();
    await rename(test.info().outputPath(gone), test.info().outputPath('trash'));
    expect((await next()).error?.code).toBe('ERR_NO_EXTENSION_FILE');
    await rename(test.info().outputPath('trash'), test.info().outputPath(gone));
    expect((await next()).state?.bundle.code).toContain('"one"');
    for (const text of ['two', 'three']) {
      await writeFiles(dir, {'src/Block.jsx': `export default () => "${text}";`});
      expect((await next()).state?.bundle.code).toContain(text);
    }
  });
}

test('the folder of the extension, deleted and made again, is watched again', async ({watched}) => {
  const name = 'app/extensions/extension';
  const {dir, next} = await watched(
    {'src/Block.jsx': 'export default () => "one";', 'tsconfig.json': '{}'},
    name,
  );

  await next();
  await rm(test.info().outputPath('app'), {recursive: true});
  expect((await next()).error?.code).toMatch(/^ERR_(?:NO|BAD)_EXTENSION_FILE$/);
  await extensionFolder(base.info(), {'src/Block.jsx': 'export default () => "two";'}, name);

  const until = async (text: string): Promise<void> => {
    for (
      let code: string | undefined;
      code?.includes(text) !== true;
      code = (await next()).state?.bundle.code
    );
  };

  await until('"two"');
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "three";'});
  await until('"three"');
});

test('a folder replaced at once by another one is watched on', async ({watched}) => {
  const {dir, next} = await watched({'src/Block.jsx': 'export default () => "one";', 'tsconfig.json': '{}'});
  await next();
  await extensionFolder(base.info(), {'src/Block.jsx': 'export default () => "two";'}, 'other');
  await rename(dir, test.info().outputPath('old'));
  await rename(test.info().outputPath('other'), dir);
  let heard = await next();
  if (heard.error !== undefined) heard = await next();

  expect(heard.state?.bundle.code).toContain('"two"');
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "three";'});
  expect((await next()).state?.bundle.code).toContain('"three"');
});

test('builds the conditions of should_render, and reports each edit of them', async ({watched}) => {
  const conditional = toml({
    targets: `${targeting(BLOCK_TARGET)}should_render = {module = "./src/isShown.js"}\n`,
  });

  const {dir, next} = await watched({
    'shopify.extension.toml': conditional,
    'src/isShown.js': 'export default () => "one";',
  });

  expect((await next()).state?.conditions).toMatchObject({
    name: 'loyalty-conditions',
    code: expect.stringContaining('"one"'),
  });

  await writeFiles(dir, {'src/isShown.js': 'export default () => "edited";'});
  expect((await next()).state?.conditions?.code).toContain('"edited"');
  await writeFiles(dir, {'src/isShown.js': 'export default () => ('});
  expect((await next()).error?.message).toContain('src/isShown.js:1:');
  await writeFiles(dir, {'src/isShown.js': 'export default () => "two";'});
  expect((await next()).state?.conditions?.code).toContain('"two"');
  await writeFiles(dir, {'shopify.extension.toml': toml()});
  expect((await next()).state?.conditions).toBeNull();
});

test('reports nothing for a save without changes, and nothing after close', async ({watched}) => {
  const {dir, next, events, watcher} = await watched({'src/Block.jsx': 'export default () => "one";'});
  await next();
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "one";'});
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "two";'});
  expect((await next()).state?.bundle.code).toContain('"two"');
  await writeFiles(dir, {'src/Block.jsx': 'export default () => "three";'});
  await watcher.close();
  expect(events).toEqual([]);
});

async function startWatching(files: Readonly<Record<string, string>> = {}, name?: string): Promise<Watched> {
  const dir = await extensionFolder(base.info(), files, name);
  const file = await readExtensionFile(dir);
  const [extension] = file.extensions;
  if (extension === undefined) throw new Error('no extension');

  const events: Heard[] = [];
  const busy: boolean[] = [];
  let wake = (): void => undefined;
  const hear = (heard: Heard): void => {
    events.push(heard);
    wake();
  };

  const watcher = await watchExtension(
    file,
    extension,
    (state) => hear({state}),
    (error) => hear({error}),
    (isBusy) => busy.push(isBusy),
  );

  const next = async (): Promise<Heard> => {
    for (;;) {
      const heard = events.shift();
      if (heard !== undefined) return heard;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };

  return {dir, watcher, busy, events, next};
}
