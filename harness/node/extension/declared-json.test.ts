import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {extensionFolder, targeting, toml} from './extension.fixture.ts';
import {schemaMismatch} from './json-schema.ts';
import {readExtensionFile} from './toml.ts';

const TOOL = {name: 'search', description: 'Finds notes.', inputSchema: {type: 'object'}};
const INTENT =
  '[[extensions.targeting.intents]]\ntype = "application/note"\naction = "edit"\nschema = "a.json"\n';

/** Mistakes in files, and what the errors say. */
const WRONG: readonly {what: string; toml: string; file: string; says: string}[] = [
  {
    what: 'malformed JSON of tools',
    toml: 'tools = "a.json"\n',
    file: '[\n  {"name": search}\n]',
    says: 'a.json:2:12: malformed JSON.',
  },
  {
    what: 'tools that are no list',
    toml: 'tools = "a.json"\n',
    file: '{}',
    says: 'a.json does not contain a list of tools.',
  },
  {
    what: 'a tool without a name',
    toml: 'tools = "a.json"\n',
    file: JSON.stringify([TOOL, {...TOOL, name: undefined}]),
    says: 'a.json has no "name" of tool 2.',
  },
  {
    what: 'a tool without an input schema',
    toml: 'tools = "a.json"\n',
    file: JSON.stringify([{...TOOL, inputSchema: undefined}]),
    says: 'a.json has no "inputSchema" of the tool "search", which must be a JSON Schema.',
  },
  {
    what: 'a schema of an unknown type',
    toml: 'tools = "a.json"\n',
    file: JSON.stringify([{...TOOL, inputSchema: {type: 'text'}}]),
    says: 'a.json has a wrong "inputSchema" of the tool "search": "type" should be equal to one of',
  },
  {
    what: 'two tools with one name',
    toml: 'tools = "a.json"\n',
    file: JSON.stringify([TOOL, TOOL]),
    says: 'a.json declares the tool "search" twice.',
  },
  {
    what: 'an intent without an input schema',
    toml: INTENT,
    file: '{"value": {}}',
    says: 'a.json has no "inputSchema", which must be a JSON Schema.',
  },
  {
    what: 'an intent that is declared twice',
    toml: INTENT + INTENT,
    file: '{"inputSchema": {}}',
    says: 'the intent "edit:application/note" is declared twice.',
  },
];

for (const {what, toml: rest, file, says} of WRONG) {
  test(`refuses ${what}`, async () => {
    const targets = targeting('admin.app.tools.data') + rest;
    const dir = await extensionFolder(test.info(), {
      'shopify.extension.toml': toml({targets}),
      'a.json': file,
    });
    const error: unknown = await readExtensionFile(dir).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SimhostError);
    expect(error).toMatchObject({code: 'ERR_BAD_EXTENSION_FILE'});
    expect((error as Error).message).toContain(says);
  });
}

test('a value is held against its schema, and a schema on another host accepts any value', async () => {
  const schema = {type: 'object', required: ['query'], properties: {query: {type: 'string'}}};
  expect(await schemaMismatch(schema, {query: 'a'})).toBeNull();
  expect(await schemaMismatch(schema, {query: 1})).toBe('"query" should be string');
  expect(await schemaMismatch(schema, {})).toBe("the value should have required property 'query'");
  const note = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    properties: {note: {$ref: 'https://extensions.shopifycdn.com/note.json'}},
  };
  expect(await schemaMismatch(note, {note: 1})).toBeNull();
});
