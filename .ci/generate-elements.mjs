// Writes harness/wire/element-table.ts from the packages in fixtures/sdks; `--print` shows it instead.
import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {packageFile} from './samples.mjs';
import {canRead, declarations, members} from './published-interfaces.mjs';

const SDKS = fileURLToPath(new URL('../fixtures/sdks', import.meta.url));
const TABLE = fileURLToPath(new URL('../harness/wire/element-table.ts', import.meta.url));

/** The first version whose package is read. Earlier ones have nothing that this one lacks. */
const FIRST_VERSION = '2026-07';

/** Elements that flow in text. The published types do not tell. */
const INLINE = new Set(['s-abbreviation', 's-icon', 's-link', 's-spinner', 's-text', 's-time']);

/** Props of Preact itself, which no element receives. */
const OF_PREACT = new Set(['children', 'key', 'ref']);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--print')) process.stdout.write(elementTable());
  else writeFileSync(TABLE, elementTable());
}

/** Returns the table as TypeScript: every element of the customer account surface, and those that checkout lacks. */
export function elementTable() {
  const customerAccount = readAllVersions('customer-account');
  const checkout = readAllVersions('checkout');

  for (const [tag, spec] of Object.entries(checkout)) {
    if (JSON.stringify(spec) !== JSON.stringify(customerAccount[tag]))
      throw new Error(`${tag} differs between the two surfaces.`);
  }

  return `\
// Made by .ci/generate-elements.mjs from the packages in fixtures/sdks; run it again rather than edit this file.
import type {ElementRow} from './element-spec.ts';

export const ELEMENT_TABLE: Readonly<Record<string, ElementRow>> = {
${Object.entries(customerAccount).map(row).join('\n')}
};

/** The elements that checkout does not have. */
export const CUSTOMER_ACCOUNT_ONLY: readonly string[] = [
${wrapped(
  Object.keys(customerAccount).filter((tag) => !(tag in checkout)),
  '  ',
)}
];
`;
}

/** Everything that any version since `FIRST_VERSION` has: what a newer one drops stays for extensions of the older ones. */
function readAllVersions(surface) {
  const merged = {};
  for (const version of readdirSync(SDKS).filter(
    (name) => /^\d{4}-\d{2}$/.test(name) && name >= FIRST_VERSION,
  )) {
    for (const [tag, spec] of Object.entries(readSurface(surface, version)))
      merged[tag] = union(merged[tag], spec);
  }

  return Object.fromEntries(Object.entries(merged).toSorted(([one], [other]) => byText(one, other)));
}

function union(known, spec) {
  return Object.fromEntries(
    Object.entries(spec).map(([list, names]) => [
      list,
      [...new Set([...(known?.[list] ?? []), ...names])].toSorted(byText),
    ]),
  );
}

/**
 * The elements that the package of one version has.
 *
 * @returns {Record<string, {properties: string[], booleans: string[], events: string[], methods: string[]}>}
 */
export function readSurface(surface, version) {
  const folder = packageFile(
    `fixtures/sdks/${version}`,
    `@shopify/ui-extensions/build/ts/surfaces/${surface}/components`,
  );

  const files = readdirSync(folder).filter(
    (name) => /^[A-Z]\w+\.d\.ts$/.test(name) && name !== 'StandardComponents.d.ts',
  );

  const elements = files
    .map((name) => readElement(join(folder, name)))
    .toSorted(([one], [other]) => byText(one, other));

  return Object.fromEntries(elements);
}

function readElement(path) {
  const {tags, interfaces} = declarations(path);
  const [tag] = tags;
  if (tag === undefined || tags.size !== 1) throw new Error(`${path} declares ${tags.size} tags.`);

  const base = tag.slice(2).replaceAll('-', '');
  // A file also holds interfaces of other elements, and UrlField's are named URLField…
  const named = (...endings) =>
    [...interfaces.keys()].filter((name) => endings.some((ending) => name.toLowerCase() === base + ending));
  const all = (names) => new Map(names.flatMap((name) => [...members(path, name)]));

  const props = all([
    ...named('elementprops', 'props'),
    ...['BaseElementProps', 'BaseElementPropsWithChildren', 'BaseProps'].filter((name) =>
      canRead(path, name),
    ),
  ]);

  const properties = [...props].filter(([name]) => !OF_PREACT.has(name) && !/^on[A-Z]/.test(name));
  // `onLoad` and `viewChange` are heard as `load` and `viewchange`.
  const events = [...all(named('elementevents')).keys()].map((name) =>
    name.replace(/^on(?=[A-Z])/, '').toLowerCase(),
  );

  const methods = [...all(named('elementmethods', 'methods'))].map(([name, type]) =>
    type.startsWith('{') ? `${name}.${type.slice(1)}` : name,
  );

  if (properties.length === 0)
    throw new Error(`${path}: ${tag} has no property; its declarations have another shape.`);
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

function row([tag, {properties, ...spec}]) {
  if (!properties.includes('slot'))
    throw new Error(`${tag} has no slot; harness/wire/elements.ts adds it to all.`);

  const own = properties.filter((name) => name !== 'slot');
  const lists = Object.entries({properties: own, ...spec}).filter(
    ([name, list]) => list.length > 0 || name === 'properties',
  );
  const lines = lists.map(([name, list]) => `    ${name}: ${listed(list)},`);
  if (INLINE.has(tag)) lines.push('    inline: true,');
  return `  '${tag}': {\n${lines.join('\n')}\n  },`;
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
