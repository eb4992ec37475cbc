import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {capabilityNames} from '../../core/platforms/shopify/extension/capabilities.ts';
import {NEWEST_API_VERSION, type ApiVersion} from './api-version.ts';
import {
  BLOCK_TARGET,
  PAGE_TARGET,
  extensionFolder,
  targeting,
  toml,
  writeFiles,
} from './extension.fixture.ts';
import {defaultSettings} from '../../core/platforms/shopify/extension/settings.ts';
import {chooseTarget, extensionByHandle} from './target.ts';
import {readExtensionFile} from './toml.ts';

const WHOLE = `
# comments, "quotes" and [brackets] in them move nothing
api_version = "2025-10"
description = """
several lines [[extensions]]
"""

[[extensions]]
type = "ui_extension"
name = "Loyalty"
handle = "loyalty-1"
uid = "3f2b"

  [[extensions.targeting]]
  target = "${BLOCK_TARGET}"
  module = "./src/Block.jsx"
  should_render = {module = "./src/Block.jsx"}
  default_placement = "ORDER_STATUS1"
  tools = "./tools.json"
  instructions = "instructions.md"
  assets = "./assets"
  urls = {edit = "/edit"}
  preloads.chat = "https://chat.example"
  capabilities = {allow_direct_linking = true}
  export = "a key of a newer CLI"

    [[extensions.targeting.intents]]
    type = "application/points"
    action = "edit"
    schema = "./points.json"

    [[extensions.targeting.metafields]]
    namespace = "app"
    key = "points"

  [[extensions.targeting]]
  target = "${PAGE_TARGET}"
  module = "./src/Block.jsx"

  [extensions.capabilities]
  network_access = true
  iframe = {sources = ["https://a.example"]}
  collect_buyer_consent = {sms_marketing = true}

  [[extensions.metafields]]
  namespace = "shop"
  key = "tier"

  [extensions.supported_features]
  runs_offline = true

  [extensions.settings]
    [[extensions.settings.fields]]
    key = "title"
    type = "single_line_text_field"
    name = "Title"
    default_value = "Points"
      [[extensions.settings.fields.validations]]
      name = "max"
      value = "20"
    [[extensions.settings.fields]]
    key = "limit"
    type = "number_integer"
    default_value = 5
    [[extensions.settings.fields]]
    key = "since"
    type = "date"
    default_value = 2026-01-31
    [[extensions.settings.fields]]
    key = "shown"
    type = "boolean"
    default_value = "true"
    [[extensions.settings.fields]]
    key = "variant"
    type = "variant_reference"
`;

const TOOL = {name: 'search', description: 'Finds points.', inputSchema: {type: 'object'}};

const WHOLE_FILES = {
  'shopify.extension.toml': WHOLE,
  'tools.json': JSON.stringify([TOOL]),
  'instructions.md': '',
  'points.json': '{"value": {"type": "string"}, "inputSchema": {"type": "object"}}',
  'assets/a.svg': '',
};

test('reads a whole file into its model', async () => {
  const dir = await extensionFolder(test.info(), WHOLE_FILES);
  const file = await readExtensionFile(dir);
  expect(file).toMatchObject({path: join(dir, 'shopify.extension.toml'), dir, apiVersion: '2025-10'});
  const module = join(dir, 'src/Block.jsx');

  expect(file.extensions).toMatchObject([
    {
      type: 'ui_extension',
      apiVersion: '2025-10',
      name: 'Loyalty',
      handle: 'loyalty-1',
      uid: '3f2b',
      description: 'several lines [[extensions]]\n',
      metafields: [{namespace: 'shop', key: 'tier'}],
      supportedFeatures: {runsOffline: true},
    },
  ]);

  expect(file.extensions[0]?.targeting).toEqual([
    {
      target: BLOCK_TARGET,
      module,
      specifier: './src/Block.jsx',
      shouldRender: {module, specifier: './src/Block.jsx'},
      metafields: [{namespace: 'app', key: 'points'}],
      defaultPlacement: 'ORDER_STATUS1',
      urls: {edit: '/edit'},
      preloads: {chat: 'https://chat.example'},
      capabilities: {allowDirectLinking: true},
      tools: [TOOL],
      instructions: join(dir, 'instructions.md'),
      intents: [
        {
          type: 'application/points',
          action: 'edit',
          inputSchema: {type: 'object'},
          valueSchema: {type: 'string'},
        },
      ],
      assets: join(dir, 'assets'),
    },
    {
      target: PAGE_TARGET,
      module,
      specifier: './src/Block.jsx',
      metafields: [{namespace: 'shop', key: 'tier'}],
      urls: {},
      preloads: {},
      capabilities: {allowDirectLinking: false},
      intents: [],
    },
  ]);
});

for (const [form, module, path] of [
  ['without ./', 'src/Block.jsx', 'src/Block.jsx'],
  ['with ..', './src/../src/Block.jsx', 'src/Block.jsx'],
  ['of a folder', './src/list', 'src/list/index.tsx'],
  ['of a folder with a slash', './src/list/', 'src/list/index.tsx'],
  ['outside of the folder', '../shared/Block.jsx', '../shared/Block.jsx'],
] as const) {
  test(`the path of a module ${form} is found`, async () => {
    const dir = await extensionFolder(test.info(), {
      'shopify.extension.toml': toml({targets: targeting(BLOCK_TARGET, module)}),
      'src/list/index.tsx': '',
      'src/list/index.js': '',
      '../shared/Block.jsx': '',
    });

    expect(chooseTarget(await readExtensionFile(dir)).targeting.module).toBe(join(dir, path));
  });
}

test('settings at the root are those of every extension without its own, extension_points is targeting', async () => {
  const first = toml({targets: targeting(BLOCK_TARGET).replace('targeting', 'extension_points')});
  const second = toml({rest: field('type = "date"')})
    .replace('api_version = "2026-07"', '')
    .replace('"loyalty"', '"other"');

  const root = '[[settings.fields]]\nkey = "shared"\ntype = "boolean"\n';
  const dir = await extensionFolder(test.info(), {'shopify.extension.toml': first + second + root});
  const {extensions} = await readExtensionFile(dir);

  expect(extensions.map(({handle, settings}) => [handle, settings.map(({key}) => key)])).toEqual([
    ['loyalty', ['shared']],
    ['other', ['title']],
  ]);

  expect(extensions[0]?.targeting[0]?.target).toBe(BLOCK_TARGET);
});

test('settings have the types of their fields, and those without a default have no value', async () => {
  const file = await readExtensionFile(await extensionFolder(test.info(), WHOLE_FILES));
  const settings = file.extensions[0]?.settings ?? [];

  expect(settings[0]).toMatchObject({
    name: 'Title',
    required: false,
    validations: [{name: 'max', value: '20'}],
  });

  expect(defaultSettings(settings)).toEqual({title: 'Points', limit: 5, since: '2026-01-31', shown: true});
});

test('capabilities are the strings that the extension reads, and absent ones are off', async () => {
  const file = await readExtensionFile(await extensionFolder(test.info(), WHOLE_FILES));
  const capabilities = extensionByHandle(file, 'loyalty-1').capabilities;

  expect(capabilities).toMatchObject({networkAccess: true, apiAccess: false, blockProgress: false});
  expect(capabilityNames(capabilities)).toEqual([
    'network_access',
    'collect_buyer_consent.sms_marketing',
    'iframe.sources',
  ]);
});

test('ignores extensions of other types', async () => {
  const dir = await extensionFolder(test.info(), {
    'shopify.extension.toml': `${toml()}\n[[extensions]]\ntype = "function"\nname = "F"\n`,
  });
  expect((await readExtensionFile(dir)).extensions.map(({handle}) => handle)).toEqual(['loyalty']);
});

const field = (rest: string): string => `[[extensions.settings.fields]]\nkey = "title"\n${rest}\n`;

const BROKEN: readonly {what: string; text: string; place: string; says: string}[] = [
  {
    what: 'malformed TOML',
    text: 'api_version = "2026-07"\nname = = 1\n',
    place: '2:8',
    says: 'malformed TOML',
  },
  {what: 'an unclosed text', text: 'api_version = "2026-07\n', place: '1:', says: 'malformed TOML'},
  {
    what: 'a missing api_version',
    text: toml().replace('api_version = "2026-07"', ''),
    place: '1:1',
    says: 'no api_version',
  },
  {
    what: 'an older api_version',
    text: toml().replace('2026-07', '2022-10'),
    place: '1:15',
    says: `Known: each quarter from 2023-04 to ${NEWEST_API_VERSION}, and unstable.`,
  },
  {
    what: 'an api_version that is a number',
    text: toml().replace('"2026-07"', '2026'),
    place: '1:15',
    says: 'not a string',
  },
  {
    what: 'a file without extensions',
    text: 'api_version = "2026-07"\n',
    place: '1:1',
    says: 'no [[extensions]]',
  },
  {
    what: 'only other types',
    text: toml().replace('ui_extension', 'theme'),
    place: '4:8',
    says: 'found "theme"',
  },
  {
    what: 'a missing name',
    text: toml().replace('name = "Loyalty"', ''),
    place: '3:1',
    says: 'Add name = "…".',
  },
  {
    what: 'a missing handle',
    text: toml().replace('handle = "loyalty"', ''),
    place: '3:1',
    says: '"Loyalty" has no "handle"',
  },
  {
    what: 'a bad handle',
    text: toml().replace('"loyalty"', '"my loyalty"'),
    place: '6:10',
    says: 'inner hyphens',
  },
  {what: 'no target', text: toml({targets: ''}), place: '3:1', says: 'has no target'},
  {
    what: 'a target without module',
    text: toml({targets: `[[extensions.targeting]]\ntarget = "a"`}),
    place: '8:1',
    says: 'Add module',
  },
  {
    what: 'a duplicate target',
    text: toml({targets: targeting(BLOCK_TARGET) + targeting(BLOCK_TARGET)}),
    place: '12:10',
    says: `the target "${BLOCK_TARGET}" is declared twice`,
  },
  {
    what: 'a module that does not exist',
    text: toml({targets: targeting('a', './src/Gone.jsx')}),
    place: '10:10',
    says: 'src/Gone.jsx',
  },
  {
    what: 'a file of tools that does not exist',
    text: toml({targets: `${targeting('a')}tools = "./gone.json"\n`}),
    place: '11:9',
    says: "extension/gone.json does not exist, and Shopify's CLI copies it.",
  },
  {
    what: 'several folders of assets',
    text: toml({targets: `${targeting('a')}assets = ["./src"]\n`}),
    place: '11:10',
    says: '"assets" is a list, not a string.',
  },
  {
    what: 'no type',
    text: toml().replace('type = "ui_extension"', ''),
    place: '3:1',
    says: `has no "type", and Shopify's CLI skips it.`,
  },
  {
    what: 'a uid with a space',
    text: toml().replace('type', 'uid = "a b"\ntype'),
    place: '4:7',
    says: 'the uid "a b" is not valid',
  },
  {
    what: 'a condition that does not exist',
    text: toml({targets: `${targeting('a')}should_render = {module = "./gone.js"}\n`}),
    place: '11:27',
    says: 'the module "./gone.js" of should_render of "a" does not exist',
  },
  {
    what: 'the same handle twice',
    text: toml() + toml().replace('api_version = "2026-07"', ''),
    place: '16:10',
    says: 'the extension "loyalty" is declared twice',
  },
  {
    what: 'a handle of 51 letters',
    text: toml().replace('"loyalty"', `"${'a'.repeat(51)}"`),
    place: '6:10',
    says: 'Use up to 50 letters',
  },
  {
    what: 'a handle that ends in a hyphen',
    text: toml().replace('"loyalty"', '"loyalty-"'),
    place: '6:10',
    says: 'inner hyphens',
  },
  {
    what: 'a capability in quotes',
    text: toml({rest: '[extensions.capabilities]\nnetwork_access = "true"\n'}),
    place: '12:18',
    says: 'network_access = true, without quotes',
  },
  {
    what: 'an unknown setting type',
    text: toml({rest: field('type = "number_integr"')}),
    place: '13:8',
    says: 'Did you mean "number_integer"?',
  },
  {
    what: 'a setting without type',
    text: toml({rest: field('')}),
    place: '11:1',
    says: 'the setting "title" has no "type"',
  },
  {
    what: 'a default of another type',
    text: toml({rest: field('type = "boolean"\ndefault_value = "maybe"')}),
    place: '14:17',
    says: 'is not a boolean: "maybe"',
  },
  {
    what: 'the same setting twice',
    text: toml({rest: field('type = "boolean"') + field('type = "date"')}),
    place: '15:7',
    says: '"title" is declared twice',
  },
  {
    what: 'more than 20 settings',
    text: toml({rest: Array.from({length: 21}, () => field('type = "date"')).join('')}),
    place: '71:1',
    says: '21 settings, and Shopify allows 20',
  },
  {
    what: 'settings as an inline table of the wrong kind',
    text: toml({
      rest: '[extensions.settings]\nfields = [{key = "a", type = "date"}, {key = "b", type = "day"}]',
    }),
    place: '12:58',
    says: 'unknown type "day"',
  },
];

for (const {what, text, place, says} of BROKEN) {
  test(`names ${what} with its place`, async () => {
    const error = await failure(await extensionFolder(test.info(), {'shopify.extension.toml': text}));
    expect(error.message).toContain(`extension/shopify.extension.toml:${place}`);
    expect(error.message).toContain(says);
    expect(error.code).toBe('ERR_BAD_EXTENSION_FILE');
    expect(error.message.split('\n').length).toBeLessThanOrEqual(3);
  });
}

/** Keys that Shopify's CLI drops silently. */
const UNKNOWN_KEYS = [
  {
    what: 'a misspelt key of an extension',
    text: toml().replace('name = "Loyalty"', 'name = "Loyalty"\ndescripton = "Points"'),
    place: '6:14',
    says: 'Did you mean "description"?',
  },
  {
    what: 'a misspelt table',
    text: toml({rest: '[extensions.capability]\n'}),
    place: '11:1',
    says: 'Did you mean "capabilities"?',
  },
  {
    what: 'a misspelt key of a target',
    text: toml({targets: `${targeting('a')}should_rendr = {module = "./a.js"}\n`}),
    place: '11:16',
    says: 'Did you mean "should_render"?',
  },
  {
    what: 'a shortened key of a setting',
    text: toml({rest: field('type = "boolean"\ndefault = true')}),
    place: '14:11',
    says: 'Did you mean "default_value"?',
  },
  {
    what: 'a misspelt capability',
    text: toml({rest: '[extensions.capabilities]\nnetwork_acces = true\n'}),
    place: '12:17',
    says: 'Did you mean "network_access"?',
  },
  {
    what: 'a key of another system',
    text: toml({rest: '[extensions.analytics]\n'}),
    place: '11:1',
    says: 'Known: type, name, handle,',
  },
  {
    what: 'a key at the root',
    text: `owner = "me"\n${toml()}`,
    place: '1:9',
    says: 'Known: api_version, description, settings, extensions.',
  },
  {
    what: 'a singular table',
    text: `${toml()}\n[[extension.targeting]]\n`,
    place: '12:1',
    says: 'Did you mean "extensions"?',
  },
];

for (const {what, text, place, says} of UNKNOWN_KEYS) {
  test(`notices ${what} with its place`, async () => {
    const {notices} = await readExtensionFile(
      await extensionFolder(test.info(), {'shopify.extension.toml': text}),
    );
    expect(notices).toMatchObject([{code: 'toml-key-unknown', next: expect.stringContaining(says)}]);
    expect(notices[0]?.message).toContain(`extension/shopify.extension.toml:${place}: unknown key`);
    expect(notices[0]?.message).toContain("Shopify's CLI ignores it.");
  });
}

test('notices a metafield without owner_type since 2027-01', async () => {
  const metafield = (rest: string): string =>
    `[[extensions.metafields]]\nnamespace = "custom"\nkey = "tier"\n${rest}`;
  const rest = metafield('') + metafield('owner_type = "PRODUCT"\n');
  const dir = await extensionFolder(test.info(), {'shopify.extension.toml': toml({rest})});

  const codesOn = async (apiVersion: ApiVersion): Promise<readonly string[]> => {
    const {notices} = await readExtensionFile(dir, {apiVersion});
    return notices
      .filter(({code}) => code !== 'api-version-newer')
      .map(({message}) => message.replace(/^.*toml:/, ''));
  };

  expect(await codesOn('2026-10')).toEqual([]);
  expect(await codesOn('unstable')).toEqual([]);
  expect(await codesOn('2027-01')).toEqual([
    '13:7: this metafield has no "owner_type". Shopify does not deploy extensions of 2027-01 and later without it.',
  ]);
});

test('keys that the CLI knows give no notice', async () => {
  const targets = `${targeting('a')}[extensions.targeting.capabilities]\nallow_direct_linking = true\nintercepts = []\n`;
  const rest = '[extensions.capabilities]\nbundle_size_exception = true\n';
  const {notices} = await readExtensionFile(
    await extensionFolder(test.info(), {'shopify.extension.toml': toml({targets, rest})}),
  );
  expect(notices).toEqual([]);
});

test('the error for a folder without the file lists its content', async () => {
  const dir = test.info().outputPath('app');
  await writeFiles(dir, {'package.json': '{}', 'readme.md': ''});
  const error = await failure(dir);
  expect(error.code).toBe('ERR_NO_EXTENSION_FILE');
  expect(error.message).toMatch(
    /^No shopify\.extension\.toml in .*\/app\. It contains: package\.json, readme\.md\.\n/,
  );
});

test('the folder of an app names its extensions', async () => {
  const dir = test.info().outputPath('app');
  await writeFiles(dir, {
    'extensions/one/shopify.extension.toml': '',
    'extensions/two/shopify.extension.toml': '',
    'extensions/x/a.txt': '',
  });

  expect((await failure(dir)).next).toMatch(
    /^Give the folder of an extension: .*\/app\/extensions\/one, .*\/app\/extensions\/two\.$/,
  );
});

test('a folder that does not exist, and an empty one, are named', async () => {
  const dir = test.info().outputPath('nothing');
  expect((await failure(dir)).message).toMatch(/^The folder .*\/nothing does not exist\.\n/);
  await mkdir(dir, {recursive: true});
  expect((await failure(dir)).message).toContain('The folder is empty.');
});

test('the only target needs no name, one of several does', async () => {
  const one = await readExtensionFile(await extensionFolder(test.info()));
  expect(chooseTarget(one).targeting.target).toBe(BLOCK_TARGET);
  await writeFiles(one.dir, {
    'shopify.extension.toml': toml({targets: targeting(BLOCK_TARGET) + targeting(PAGE_TARGET)}),
  });

  const two = await readExtensionFile(one.dir);
  expect(chooseTarget(two, PAGE_TARGET).targeting.target).toBe(PAGE_TARGET);
  expect(() => chooseTarget(two)).toThrow(
    `declares several targets: ${BLOCK_TARGET}, ${PAGE_TARGET}.\nGive the target: {target: '${BLOCK_TARGET}'} in a test, --target ${BLOCK_TARGET} in simhost dev.`,
  );
});

test('an unknown target names the declared ones and the nearest', async () => {
  const file = await readExtensionFile(await extensionFolder(test.info()));
  expect(() => chooseTarget(file, 'customer-account.order-status.blok.render')).toThrow(
    `No target "customer-account.order-status.blok.render" in shopify.extension.toml. It declares: ${BLOCK_TARGET}.\nDid you mean "${BLOCK_TARGET}"?`,
  );
});

test('a handle distinguishes extensions that share a target', async () => {
  const other = toml().replace('api_version = "2026-07"', '').replace('"loyalty"', '"other"');
  const file = await readExtensionFile(
    await extensionFolder(test.info(), {'shopify.extension.toml': toml() + other}),
  );

  expect(() => chooseTarget(file)).toThrow(
    `Several extensions in shopify.extension.toml declare "${BLOCK_TARGET}": loyalty, other.`,
  );

  expect(chooseTarget(file, BLOCK_TARGET, 'other').extension.handle).toBe('other');
  expect(() => chooseTarget(file, BLOCK_TARGET, 'othr')).toThrow('Did you mean "other"?');
});

async function failure(dir: string): Promise<SimhostError> {
  const thrown: unknown = await readExtensionFile(dir).catch((error: unknown) => error);
  if (thrown instanceof SimhostError) return thrown;
  throw new Error(`expected a SimhostError, got ${String(thrown)}`);
}
