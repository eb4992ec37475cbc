// Writes harness/wire/element-table.ts from the published types of @shopify/ui-extensions; `--print` shows it instead.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {canRead, declarations, members} from './published-interfaces.mjs';

const PACKAGE = fileURLToPath(new URL('../node_modules/@shopify/ui-extensions', import.meta.url));
const TABLE = fileURLToPath(new URL('../harness/wire/element-table.ts', import.meta.url));

/** What every JSX element may be given, and no element is sent. */
const OF_PREACT = new Set(['children', 'key', 'ref']);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--print')) process.stdout.write(elementTable());
  else writeFileSync(TABLE, elementTable());
}

/** The text of the table: every element of the customer account surface, and which of them checkout has. */
export function elementTable() {
  const customerAccount = readSurface('customer-account');
  const checkout = readSurface('checkout');
  for (const [tag, spec] of Object.entries(checkout)) {
    if (JSON.stringify(spec) !== JSON.stringify(customerAccount[tag])) throw new Error(`${tag} differs between the two surfaces.`);
  }
  return `\
// Made by .ci/generate-elements.mjs from @shopify/ui-extensions ${apiVersion()}; run it again rather than edit this file.
import type {ElementSpec} from './elements.ts';

export const ELEMENT_TABLE: Readonly<Record<string, ElementSpec>> = {
${Object.entries(customerAccount).map(row).join('\n')}
};

export const CHECKOUT_TAGS: readonly string[] = [
${wrapped(Object.keys(checkout), '  ')}
];
`;
}

/** @returns {Record<string, {properties: string[], booleans: string[], events: string[], methods: string[]}>} */
export function readSurface(surface) {
  const folder = join(PACKAGE, 'build/ts/surfaces', surface, 'components');
  const files = readdirSync(folder).filter((name) => /^[A-Z]\w+\.d\.ts$/.test(name) && name !== 'StandardComponents.d.ts');
  const elements = files.map((name) => readElement(join(folder, name))).toSorted(([one], [other]) => byText(one, other));
  return Object.fromEntries(elements);
}

function readElement(path) {
  const {tags, interfaces} = declarations(path);
  const [tag] = tags;
  if (tag === undefined || tags.size !== 1) throw new Error(`${path} declares ${tags.size} tags.`);
  const base = tag.slice(2).replaceAll('-', '');
  // A file also holds interfaces of other elements, and UrlField's are named URLField…
  const named = (...endings) => [...interfaces.keys()].filter((name) => endings.some((ending) => name.toLowerCase() === base + ending));
  const all = (names) => new Map(names.flatMap((name) => [...members(path, name)]));
  const props = all([
    ...named('elementprops', 'props'),
    ...['BaseElementProps', 'BaseElementPropsWithChildren', 'BaseProps'].filter((name) => canRead(path, name)),
  ]);
  const properties = [...props].filter(([name]) => !OF_PREACT.has(name) && !/^on[A-Z]/.test(name));
  // `onLoad` and `viewChange` are heard as `load` and `viewchange`.
  const events = [...all(named('elementevents')).keys()].map((name) => name.replace(/^on(?=[A-Z])/, '').toLowerCase());
  const methods = [...all(named('elementmethods', 'methods'))].map(([name, type]) =>
    type.startsWith('{') ? `${name}.${type.slice(1)}` : name,
  );
  if (properties.length === 0) throw new Error(`${path}: ${tag} has no property; its declarations have another shape.`);
  return [
    tag,
    {
      properties: properties.map(([name]) => name).toSorted(byText),
      booleans: properties
        .filter(([, type]) => type === 'boolean')
        .map(([name]) => name)
        .toSorted(byText),
      events: events.toSorted(byText),
      methods: methods.toSorted(byText),
    },
  ];
}

function apiVersion() {
  const {version} = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  return version.split('.').slice(0, 2).join('.');
}

function row([tag, spec]) {
  const lists = Object.entries(spec).filter(([name, list]) => list.length > 0 || name === 'properties' || name === 'events');
  return `  '${tag}': {\n${lists.map(([name, list]) => `    ${name}: ${listed(list)},`).join('\n')}\n  },`;
}

function listed(list) {
  const line = `[${list.map((item) => `'${item}'`).join(', ')}]`;
  return line.length <= 120 ? line : `[\n${wrapped(list, '      ')}\n    ]`;
}

function wrapped(list, indent) {
  const lines = [''];
  for (const item of list) {
    const last = `${lines.at(-1)}${lines.at(-1) === '' ? indent : ' '}'${item}',`;
    if (last.length <= 140) lines[lines.length - 1] = last;
    else lines.push(`${indent}'${item}',`);
  }
  return lines.join('\n');
}

function byText(one, other) {
  return one < other ? -1 : 1;
}
