import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {expectRefusals, hostileString} from '../../wire/bad-input.fixture.ts';
import {readAppFile} from './app-file.ts';
import {readExtensionFile} from './toml.ts';

/** A file of each generation. */
const FILES: readonly (readonly [name: string, text: string])[] = [
  [
    'shopify.extension.toml',
    `api_version = "2026-07"

[[extensions]]
type = "ui_extension"
name = "Loyalty"
handle = "loyalty"
uid = "3f2b"

  [[extensions.targeting]]
  target = "customer-account.order-status.block.render"
  module = "./src/Block.jsx"

    [[extensions.targeting.metafields]]
    namespace = "app"
    key = "points"

  [extensions.capabilities]
  network_access = true
  iframe = {sources = ["https://a.example"]}

  [extensions.settings]
    [[extensions.settings.fields]]
    key = "title"
    type = "single_line_text_field"
    default_value = "Points"
    validations = [{name = "max", value = "20"}]
`,
  ],
  [
    'shopify.extension.toml',
    `type = "ui_extension"
api_version = "2024-04"
name = "Loyalty"
extension_points = ["purchase.checkout.block.render"]

[[settings.fields]]
key = "points"
type = "number_integer"
`,
  ],
  [
    'shopify.ui.extension.toml',
    `type = "checkout_ui_extension"
name = "Loyalty"
extension_points = ["Checkout::Dynamic::Render"]

[[metafields]]
namespace = "app"
key = "points"
`,
  ],
];

/** Values of TOML that a key of the file may not have. */
const LITERALS = [
  '1',
  '-0.5e400',
  'nan',
  'inf',
  'true',
  '""',
  '" "',
  '"__proto__"',
  '"constructor"',
  '"../../etc"',
  '"\\uD800"',
  '"unclosed',
  "'''",
  '[]',
  '[[[[]]]]',
  '[1, "a"]',
  '{}',
  '{a = {b = {c = []}}}',
  '1979-05-27',
  '25:61:00',
  '',
  '=',
  `${'['.repeat(3000)}${']'.repeat(3000)}`,
  `"${'x'.repeat(5000)}"`,
];

const LINES = [
  '[__proto__]\npolluted = true',
  '[[extensions.__proto__]]',
  '[[extensions]]',
  '[extensions]',
  '[extensions.targeting]',
  'extensions = 1',
  'name = "again"',
  'constructor = "x"',
  '"a.b" = 1',
  '\'it\' = """two\nlines"""',
  '\u0000',
  'a = "\\',
  '#',
  'a.b.c.d = 1',
  '[a',
  ']]',
];

/** Makes copies of a file with one fault: another value, a line too much, a piece too much or too little. */
const faultyText = (text: string): fc.Arbitrary<string> => {
  const keys = [...text.matchAll(/^ *\w+ = (.*)$/gm)].map(
    (match) => [match.index + match[0].length, match[1] ?? ''] as const,
  );
  const place = fc.nat(text.length);
  return fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...keys),
        fc.oneof(
          fc.constantFrom(...LITERALS),
          hostileString.map((each) => JSON.stringify(each)),
        ),
      )
      .map(([[end, value], literal]) => `${text.slice(0, end - value.length)}${literal}${text.slice(end)}`),
    fc
      .tuple(fc.constantFrom(...keys), fc.constantFrom(...LINES))
      .map(([[end], line]) => `${text.slice(0, end)}\n${line}${text.slice(end)}`),
    fc.tuple(place, fc.nat(20)).map(([at, length]) => text.slice(0, at) + text.slice(at + length)),
    fc.tuple(place, hostileString).map(([at, piece]) => text.slice(0, at) + piece + text.slice(at)),
  );
};

test('a file of an extension with a fault is refused with its place, or passes as at the CLI', async () => {
  const dir = test.info().outputPath('extension');
  await mkdir(join(dir, 'src'), {recursive: true});
  await writeFile(join(dir, 'src/Block.jsx'), 'export default () => {};');
  await writeFile(join(dir, 'src/index.jsx'), 'export default () => {};');

  await expectRefusals({
    area: 'files of extensions',
    inputs: fc
      .constantFrom(...FILES)
      .chain(([name, text]) => faultyText(text).map((faulty) => [name, faulty] as const)),
    runs: 300,
    least: 100,
    mayPass: true,
    attempt: async ([name, text]) => {
      await Promise.all(FILES.map(([other]) => rm(join(dir, other), {force: true})));
      await writeFile(join(dir, name), text);
      await readExtensionFile(dir);
    },
  });
});

const APP = `client_id = "key"
name = "Points"
application_url = "https://myapp.com"

[access_scopes]
scopes = "read_customers,read_orders"
`;

test('a file of an app with a fault is refused with its place, or passes as at the CLI', async () => {
  const dir = test.info().outputPath('app');
  await mkdir(dir, {recursive: true});
  await expectRefusals({
    area: 'files of apps',
    inputs: faultyText(APP),
    runs: 150,
    least: 50,
    mayPass: true,
    attempt: async (text) => {
      await writeFile(join(dir, 'shopify.app.toml'), text);
      await readAppFile(dir);
    },
  });
});
