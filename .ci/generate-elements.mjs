// Writes harness/wire/element-table.ts and admin-element-table.ts from the packages in fixtures/sdks; `--print` shows them instead.
import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {readAdmin} from './admin-elements.mjs';
import {canRead, declarations, members} from './published-interfaces.mjs';
import {packageFile} from './samples.mjs';

const SDKS = fileURLToPath(new URL('../fixtures/sdks', import.meta.url));
const TABLE = fileURLToPath(new URL('../harness/wire/element-table.ts', import.meta.url));
const ADMIN_TABLE = fileURLToPath(new URL('../harness/wire/admin-element-table.ts', import.meta.url));

/** The first version whose package is read. Earlier ones have nothing that this one lacks. */
const FIRST_VERSION = '2026-07';

const VERSIONS = readdirSync(SDKS).filter((name) => /^\d{4}-\d{2}$/.test(name) && name >= FIRST_VERSION);

/** Elements that flow in text. The published types do not tell. */
const INLINE = ['s-abbreviation', 's-icon', 's-link', 's-number', 's-spinner', 's-text', 's-time'];

/** Elements that fill a target or a page, and so are in no slot of another. */
const OUTERMOST = new Set([
  's-admin-action',
  's-admin-block',
  's-admin-print-action',
  's-app-nav',
  's-form',
  's-function-settings',
]);

/** Props that a version drops from JSX, although its classes still have them. */
const STILL_THERE = new Set(['s-drop-zone files']);

/** Props of Preact itself, which no element receives. */
const OF_PREACT = new Set(['children', 'key', 'ref']);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--print')) process.stdout.write(`${elementTable()}\n${adminTable()}`);
  else {
    writeFileSync(TABLE, elementTable());
    writeFileSync(ADMIN_TABLE, adminTable());
  }
}

/** Returns the table as TypeScript: every element of the customer account surface, and those that checkout lacks. */
export function elementTable() {
  const customerAccount = readAllVersions((version) => readSurface('customer-account', version));
  const checkout = readAllVersions((version) => readSurface('checkout', version));

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

/** The elements that flow in text. */
export const INLINE_ELEMENTS: readonly string[] = [
${wrapped(INLINE, '  ')}
];

/** The elements that checkout does not have. */
export const CUSTOMER_ACCOUNT_ONLY: readonly string[] = [
${wrapped(
  Object.keys(customerAccount).filter((tag) => !(tag in checkout)),
  '  ',
)}
];
`;
}

/** Returns the table of the admin: what any version has, and the version with which it came. */
export function adminTable() {
  const [first, ...later] = VERSIONS.map((version) => ({version, elements: readAdmin(version)}));
  const since = [];

  let before = first;
  for (const next of later) {
    for (const name of missing(next, before)) since.push([name, next.version]);
    const [gone] = missing(before, next).filter((name) => !STILL_THERE.has(name));
    if (gone !== undefined) throw new Error(`The admin has no ${gone} since ${next.version}.`);
    before = next;
  }

  const all = [first, ...later];
  const merged = readAllVersions((version) => all.find((one) => one.version === version).elements);
  return `\
// Made by .ci/generate-elements.mjs from the packages in fixtures/sdks; run it again rather than edit this file.
import type {ElementRow} from './element-spec.ts';

/** The elements of the admin, as any version has them. */
export const ADMIN_ELEMENT_TABLE: Readonly<Record<string, ElementRow>> = {
${Object.entries(merged).map(row).join('\n')}
};

/** The first version of what earlier ones lack: a tag, a tag with a property, or a tag with \`on\` and an event. */
export const ADMIN_ELEMENTS_SINCE: Readonly<Record<string, string>> = {
${since.map(([name, version]) => `  '${name}': '${version}',`).join('\n')}
};
`;
}

/** The names that one version has and another lacks. Those of an element that is missing as a whole follow from it. */
function missing({elements}, other) {
  const known = namesOf(other.elements);
  return namesOf(elements).filter((name) => {
    const [tag] = name.split(' ');
    return !known.includes(name) && (name === tag || tag in other.elements);
  });
}

/** Names each element, each of its properties and each of its events. */
function namesOf(elements) {
  return Object.entries(elements).flatMap(([tag, {properties, events}]) => [
    tag,
    ...properties.map((name) => `${tag} ${name}`),
    ...events.map((name) => `${tag} on${name}`),
  ]);
}

/** Everything that any version since `FIRST_VERSION` has: what a newer one drops stays for extensions of the older ones. */
function readAllVersions(read) {
  const merged = {};
  for (const version of VERSIONS) {
    for (const [tag, spec] of Object.entries(read(version))) merged[tag] = union(merged[tag], spec);
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
  if (!properties.includes('slot') && !OUTERMOST.has(tag))
    throw new Error(`${tag} has no slot; harness/wire/elements.ts adds it to all.`);

  const own = properties.filter((name) => name !== 'slot');
  const lists = Object.entries({properties: own, ...spec}).filter(
    ([name, list]) => list.length > 0 || name === 'properties',
  );
  const lines = lists.map(([name, list]) => `    ${name}: ${listed(list)},`);
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
