import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {runInNewContext} from 'node:vm';
import {expect, test} from '@playwright/test';
import {print, type DocumentNode} from 'graphql';
import {SimhostError} from '../../errors.ts';
import type {ApiVersion} from './api-version.ts';
import {buildExtension} from './build.ts';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {
  BLOCK,
  BLOCK_TARGET,
  PAGE_TARGET,
  extensionFolder,
  targeting,
  toml,
  writeFiles,
} from './extension.fixture.ts';
import {conditionsScript, mainScript} from './script.ts';
import {extensionByHandle} from './target.ts';
import {readExtensionFile} from './toml.ts';

test('one script registers every target and hands on the arguments of the host', async () => {
  const dir = await extensionFolder(test.info(), {
    'shopify.extension.toml': toml({
      targets: targeting(BLOCK_TARGET, './a.js') + targeting(PAGE_TARGET, './b.ts'),
    }),
    'a.js': 'export default (...args) => ["a", ...args];',
    'b.ts': 'export default async (one: number): Promise<number> => one + 1;',
  });

  const registered = register(await build(dir));

  expect([...registered.keys()]).toEqual([BLOCK_TARGET, PAGE_TARGET]);
  expect(registered.get(BLOCK_TARGET)?.(1, 2)).toEqual(['a', 1, 2]);
  expect(await registered.get(PAGE_TARGET)?.(1)).toBe(2);
});

test('the conditions of should_render are a separate script, each under the name of its target', async () => {
  const targets = [
    `${targeting(BLOCK_TARGET)}should_render = {module = "./isShown.js"}\n`,
    targeting('customer-account.profile.block.render'),
    `${targeting('customer-account.order.action.menu-item.render')}should_render = {module = "./isNew.ts"}\n`,
  ];

  const dir = await extensionFolder(test.info(), {
    'shopify.extension.toml': toml({targets: targets.join('')}),
    'isShown.js': 'export default (...args) => ["shown", ...args];',
    'isNew.ts': 'export default (): boolean => true;',
  });

  const file = await readExtensionFile(dir);
  const script = conditionsScript(extensionByHandle(file, 'loyalty'));
  if (script === undefined) throw new Error('no conditions');

  const bundle = await buildExtension(file, script);
  expect(bundle.name).toBe('loyalty-conditions');
  expect(JSON.parse(bundle.map)).toHaveProperty('file', 'loyalty-conditions.js');
  const registered = register(bundle);
  expect([...registered.keys()]).toEqual([
    'customer-account.order-status.block.should-render',
    'customer-account.order.action.menu-item.should-render',
  ]);

  expect(registered.get('customer-account.order-status.block.should-render')?.(1)).toEqual(['shown', 1]);
  expect([...register(await build(dir)).keys()]).not.toContain(
    'customer-account.order-status.block.should-render',
  );
});

test('an extension without conditions has no such script', async () => {
  const file = await readExtensionFile(await extensionFolder(test.info()));
  expect(conditionsScript(extensionByHandle(file, 'loyalty'))).toBeUndefined();
});

test('Preact, its hooks and the Shopify package end up in the script, once each', async () => {
  const bundle = await build(await extensionFolder(test.info()));
  const {sources} = JSON.parse(bundle.map) as {sources: readonly string[]};
  expect(sources.filter((source) => /\/preact(?:\.module)?\.m?js$/.test(source))).toHaveLength(1);
  expect(sources).toContain('src/Block.jsx');
  expect(bundle.code).toContain('setSignals');
  expect(bundle.code).not.toMatch(/process\.env|import |sourceMappingURL/);
});

test('the script holds no source text, the map does', async () => {
  const bundle = await build(
    await extensionFolder(test.info(), {'src/Block.jsx': `// a note of the author\n${BLOCK}`}),
  );
  expect(bundle.code).not.toContain('a note of the author');
  const map = JSON.parse(bundle.map) as {sources: string[]; sourcesContent: string[]};
  expect(map.sourcesContent[map.sources.indexOf('src/Block.jsx')]).toContain('a note of the author');
});

test('accepts JSX in .js files, with the import source of tsconfig.json', async () => {
  const dir = await extensionFolder(test.info(), {
    'tsconfig.json': '{\n  // comments and trailing commas are usual here\n  "extends": "./base",\n}',
    'base.json': '{"compilerOptions": {"jsxImportSource": "own-jsx"}}',
    'node_modules/own-jsx/jsx-runtime.js': 'export const jsx = (type, props) => ({type, props});',
    'src/Block.jsx': 'import {element} from "./element.js"; export default () => [element, <s-text />];',
    'src/element.js': 'export const element = <s-box />;',
  });

  const bundle = await build(dir);

  expect(register(bundle).get(BLOCK_TARGET)?.()).toEqual([
    {type: 's-box', props: {}},
    {type: 's-text', props: {}},
  ]);

  expect(bundle.inputs).toMatchObject({
    [join(dir, 'base.json')]: expect.any(String),
    [join(dir, 'tsconfig.json')]: expect.any(String),
  });
});

test('the environment is that of a deployed extension', async () => {
  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx': 'export default () => process.env.NODE_ENV;',
  });
  expect(register(await build(dir)).get(BLOCK_TARGET)?.()).toBe('production');
});

test("inserts variables of the app's .env, overridden by the process; others fail as on Shopify", async () => {
  const name = `SIMHOST_TEST_${test.info().workerIndex}_${test.info().repeatEachIndex}`;
  process.env[name] = 'of the process';
  const dir = await extensionFolder(test.info(), {
    '../shopify.app.toml': '',
    '../.env': `API_URL="https://myapp.com"\n# a comment\n${name}=of the file\nNODE_ENV=staging\n`,
    'src/Block.jsx': `export default (read) => read ? process.env.NOWHERE : [process.env.API_URL, process.env.${name}, process.env.NODE_ENV];`,
  });

  try {
    const run = register(await build(dir)).get(BLOCK_TARGET);
    expect(run?.()).toEqual(['https://myapp.com', 'of the process', 'staging']);
    expect(() => run?.('now')).toThrow('process is not defined');
  } finally {
    delete process.env[name];
  }
});

test("APP_URL is the URL of the app's TOML, as in the CLI's dev command, unless .env has it for the deployed script", async () => {
  const files = {
    '../shopify.app.toml': 'application_url = "https://toml.example.com"\n',
    'src/Block.jsx':
      'export default () => [process.env.APP_URL, process.env["APP_URL"], process?.env?.APP_URL];',
  };

  const dir = await extensionFolder(test.info(), files);
  const ofToml = await build(dir);

  expect(register(ofToml).get(BLOCK_TARGET)?.()).toEqual(Array(3).fill('https://toml.example.com'));
  expect(Object.keys(ofToml.inputs)).toContain(test.info().outputPath('shopify.app.toml'));
  expect(ofToml.notices).toMatchObject([
    {code: 'variable-of-dev', message: expect.stringMatching(/src\/Block\.jsx reads process\.env\.APP_URL/)},
  ]);

  await writeFiles(dir, {'../.env': 'APP_URL=https://env.example.com'});
  const ofFile = await build(dir);
  expect(register(ofFile).get(BLOCK_TARGET)?.()).toEqual(Array(3).fill('https://env.example.com'));
  expect(ofFile.notices).toEqual([]);
});

test('a script of "unstable" is not registered by the CLI, only by its own modules', async () => {
  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx': 'shopify.extend("own", () => 1); export default () => 2;',
  });
  const file = await readExtensionFile(dir);
  const extension = {...extensionByHandle(file, 'loyalty'), apiVersion: 'unstable' as ApiVersion};
  expect([...register(await buildExtension(file, mainScript(extension))).keys()]).toEqual(['own']);
});

test('a warning of esbuild is a notice with its place', async () => {
  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx': 'export default () => {\n  return "é" + import.meta.url;\n};',
  });

  const [notice] = (await build(dir)).notices;

  expect(notice?.code).toBe('build-warning');
  expect(notice?.message).toMatch(/extension\/src\/Block\.jsx:2:16: "import\.meta" is not available .*\.$/);
  expect(notice?.next).toBe(
    'Shopify\'s CLI prints this and builds. Look at this line: "return \\"é\\" + import.meta.url;".',
  );
});

test('the secret of the app never comes into the script', async () => {
  const dir = await extensionFolder(test.info(), {
    '../shopify.app.toml': '',
    '../.env': 'SHOPIFY_API_SECRET=hush',
    'src/Block.jsx': 'export default () => process.env.SHOPIFY_API_SECRET;',
  });

  const error: unknown = await build(dir).catch((thrown: unknown) => thrown);

  expect(error).toMatchObject({code: 'ERR_SECRET_IN_EXTENSION'});
  expect((error as SimhostError).message).toMatch(
    /extension\/src\/Block\.jsx reads process\.env\.SHOPIFY_API_SECRET/,
  );

  expect((error as SimhostError).message).not.toContain('hush');
});

test('a GraphQL file is its document, and each named operation its own with the fragments', async () => {
  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx': 'import all, {Points} from "./points.graphql"; export default () => [all, Points];',
    'src/points.graphql':
      'query Points { shop { ...Name } }\nquery Other { shop { id } }\nfragment Name on Shop { name }\n',
  });

  const bundle = await build(dir);
  const block = register(bundle).get(BLOCK_TARGET);
  if (block === undefined) throw new Error('not registered');

  const [all, points] = block() as [DocumentNode, DocumentNode];
  expect(all.definitions.map((definition) => 'name' in definition && definition.name?.value)).toEqual([
    'Points',
    'Other',
    'Name',
  ]);

  expect(print(points)).toContain('query Points {\n  shop {\n    ...Name');
  expect(points.definitions).toHaveLength(2);
  expect(Object.keys(bundle.inputs)).toContain(join(dir, 'src/points.graphql'));
});

test('a GraphQL file imports others, and an operation takes only fragments that it uses', async () => {
  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx': 'import {Points} from "./points.gql"; export default () => Points;',
    'src/points.gql':
      '#import "./name.graphql"\nquery Points { shop { ...Name } }\nfragment Unused on Shop { id }\n',
    'src/name.graphql': 'fragment Name on Shop { name }\n',
  });

  const bundle = await build(dir);
  const points = register(bundle).get(BLOCK_TARGET);
  const {definitions} = (points === undefined ? {definitions: []} : points()) as DocumentNode;

  expect(definitions.map((definition) => 'name' in definition && definition.name?.value)).toEqual([
    'Points',
    'Name',
  ]);

  expect(Object.keys(bundle.inputs)).toContain(join(dir, 'src/name.graphql'));
});

test('syntax newer than the script is rewritten with what it needs inside', async () => {
  const dir = await extensionFolder(test.info(), {
    'src/Block.jsx':
      'class Points { #all = 1; static own = 2; get sum() { return this.#all + Points.own; } }\n' +
      'export default (given) => ({...given, sum: new Points().sum, maybe: given?.none?.deep ?? "none"});',
  });

  const bundle = await build(dir);

  expect(register(bundle).get(BLOCK_TARGET)?.({a: 1})).toEqual({a: 1, sum: 3, maybe: 'none'});
  expect(bundle.code).not.toMatch(/\?\.|\?\?/);
});

test('nothing is written into the folder of the extension', async () => {
  const dir = await extensionFolder(test.info());
  const before = (await readdir(dir, {recursive: true})).toSorted();
  await build(dir);
  expect((await readdir(dir, {recursive: true})).toSorted()).toEqual(before);
});

test('sources keep their names, also the names in the map of a package that are not encoded', async () => {
  const mapOfPackage = JSON.stringify({
    version: 3,
    sources: ['src/100% (a).ts'],
    sourcesContent: ['export function points() { return globalThis.points; }'],
    names: [],
    mappings: 'AAAA',
  });

  const dir = await extensionFolder(test.info(), {
    'shopify.extension.toml': toml({targets: targeting(BLOCK_TARGET, './50% ä.js')}),
    '50% ä.js': "import {points} from './points.js'; export default () => points;",
    'points.js': `export function points() { return globalThis.points; }\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(mapOfPackage).toString('base64')}`,
  });

  const {sources} = JSON.parse((await build(dir)).map) as {sources: readonly string[]};
  expect(sources).toEqual(expect.arrayContaining(['50% ä.js', 'src/100% (a).ts']));
});

test('the same sources give the same hash, another source another one', async () => {
  const dir = await extensionFolder(test.info());
  const [first, second] = [await build(dir), await build(dir)];
  expect(second.hash).toBe(first.hash);

  const other = await extensionFolder(
    {...test.info(), outputPath: (name: string) => test.info().outputPath('other', name)},
    {
      'src/Block.jsx': 'export default () => 2;',
    },
  );

  expect((await build(other)).hash).not.toBe(first.hash);
});

const BROKEN: readonly {what: string; files: Readonly<Record<string, string>>; code: string; text: RegExp}[] =
  [
    {
      what: 'a module without a default export',
      files: {'src/Block.jsx': 'export const Block = 1;'},
      code: 'ERR_NO_DEFAULT_EXPORT',
      text: /extension\/src\/Block\.jsx has no default export, which customer-account\.order-status\.block\.render needs\.\nExport the function/,
    },
    {
      what: 'a syntax error in JSX',
      files: {'src/Block.jsx': 'export default () => {\n  const a = ;\n};'},
      code: 'ERR_EXTENSION_BUILD',
      text: /extension\/src\/Block\.jsx:2:13: Unexpected ";"\.\nCorrect this line: "const a = ;"\.$/,
    },
    {
      what: 'a syntax error in a .js file',
      files: {
        'src/Block.jsx': 'export {default} from "./other.js";',
        'src/other.js': 'export default () => {\n  return <s-box>;\n};\n',
      },
      code: 'ERR_EXTENSION_BUILD',
      text: /extension\/src\/other\.js:\d:\d+: .*\nCorrect this line: "/,
    },
    {
      what: 'a name that the imported file does not export',
      files: {
        'src/Block.jsx': 'import {nope} from "./other.js";\nexport default () => nope;',
        'src/other.js': 'export const yes = 1;',
      },
      code: 'ERR_EXTENSION_BUILD',
      text: /extension\/src\/Block\.jsx:1:9: No matching export in "src\/other\.js" for import "nope"\.\nCorrect this line: "import/,
    },
    {
      what: 'a package that is not installed',
      files: {'src/Block.jsx': 'import a from "@acme/points/client";\nexport default () => a;'},
      code: 'ERR_UNRESOLVED_IMPORT',
      text: /extension\/src\/Block\.jsx:1:15: cannot find "@acme\/points\/client"\.\nRun: npm install @acme\/points$/,
    },
    {
      what: 'a file that does not exist',
      files: {'src/Block.jsx': 'import a from "./gone.js";\nexport default () => a;'},
      code: 'ERR_UNRESOLVED_IMPORT',
      text: /extension\/src\/Block\.jsx:1:15: cannot find "\.\/gone\.js"\.\nCreate the file/,
    },
    {
      what: 'a syntax error in a GraphQL file',
      files: {
        'src/Block.jsx': 'import a from "./a.graphql"; export default () => a;',
        'src/a.graphql': 'query {\n  shop {\n',
      },
      code: 'ERR_EXTENSION_BUILD',
      text: /extension\/src\/a\.graphql:3:1: Syntax Error: Expected Name, found <EOF>\./,
    },
    {
      what: 'a module of Node',
      files: {'src/Block.jsx': 'import fs from "node:fs";\nexport default () => fs;'},
      code: 'ERR_UNRESOLVED_IMPORT',
      text: /extension\/src\/Block\.jsx:1:16: "node:fs" is a module of Node, and an extension runs in a web worker\./,
    },
    {
      what: 'a module of Node without its prefix',
      files: {'src/Block.jsx': 'import fs from "fs";\nexport default () => fs;'},
      code: 'ERR_UNRESOLVED_IMPORT',
      text: /extension\/src\/Block\.jsx:1:16: "fs" is a module of Node/,
    },
  ];

for (const {what, files, code, text} of BROKEN) {
  test(`names ${what}`, async () => {
    const dir = await extensionFolder(test.info(), files);
    const error: unknown = await build(dir).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(SimhostError);
    expect((error as SimhostError).message).toMatch(text);
    expect(error).toMatchObject({code});
    expect((error as SimhostError).message.split('\n').length).toBeLessThanOrEqual(3);
    expect((error as SimhostError).message).not.toContain('\u001B');
  });
}

async function build(dir: string): Promise<Bundle> {
  const file = await readExtensionFile(dir);
  const [extension] = file.extensions;
  if (extension === undefined) throw new Error('no extension');
  return buildExtension(file, mainScript(extension));
}

function register({code}: Bundle): Map<string, (...args: unknown[]) => unknown> {
  const registered = new Map<string, (...args: unknown[]) => unknown>();
  runInNewContext(code, {
    shopify: {extend: (target: string, run: () => unknown) => registered.set(target, run)},
  });
  return registered;
}
