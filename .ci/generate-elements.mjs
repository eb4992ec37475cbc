// Writes harness/wire/element-table.ts from the published types of @shopify/ui-extensions; `--print` shows it instead.
// TypeScript 7 has no JS API, so the declarations are parsed by Vite and read here: interfaces, `extends`, Pick, Omit.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseSync} from 'vite';

const PACKAGE = fileURLToPath(new URL('../node_modules/@shopify/ui-extensions', import.meta.url));
const TABLE = fileURLToPath(new URL('../harness/wire/element-table.ts', import.meta.url));

/** What every JSX element may be given, and no element is sent. */
const OF_PREACT = new Set(['children', 'key', 'ref']);

/** Imported by the package from a file that does not declare it; what is picked of it counts, its types are not known. */
const UNDECLARED = new Set(['ChatProps$1']);

/** Declarations by path. */
const parsed = new Map();

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

/** The members of an interface with all that it extends: `boolean`, `other`, or `{name` for an object with one method of that name. */
function members(path, name) {
  const found = new Map();
  const {interfaces, imports} = declarations(path);
  const elsewhere = imports.get(name);
  if (!interfaces.has(name)) return elsewhere === undefined ? found : members(elsewhere.path, elsewhere.name);
  for (const declaration of interfaces.get(name)) {
    for (const heritage of declaration.extends) {
      // The package has an interface that extends itself.
      if (heritage.expression.name === name) continue;
      for (const [key, type] of inherited(path, name, heritage)) found.set(key, type);
    }
    for (const member of declaration.body.body) {
      if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue;
      const key = member.key.type === 'Identifier' ? member.key.name : member.key.type === 'Literal' ? String(member.key.value) : undefined;
      if (key === undefined) throw new Error(`${path}: ${name} has a member that this script cannot read.`);
      found.set(key, member.type === 'TSMethodSignature' ? 'other' : typeOf(path, member.typeAnnotation?.typeAnnotation));
    }
  }
  return found;
}

function inherited(path, name, {expression, typeArguments}) {
  if (expression.type !== 'Identifier') throw new Error(`${path}: ${name} extends something that this script cannot read.`);
  const picks = expression.name === 'Pick';
  if (!picks && expression.name !== 'Omit') return members(path, expression.name);
  const [base, keys] = typeArguments.params;
  const named = literals(keys);
  if (picks && UNDECLARED.has(nameOf(base))) return new Map([...named].map((key) => [key, 'other']));
  const from = members(path, nameOf(base));
  for (const key of picks ? named : []) {
    if (!from.has(key)) throw new Error(`${path}: ${name} picks ${key}, which this script cannot find.`);
  }
  return new Map([...from].filter(([key]) => named.has(key) === picks));
}

function typeOf(path, type) {
  if (type?.type === 'TSBooleanKeyword') return 'boolean';
  if (type?.type === 'TSTypeLiteral' && type.members.length === 1 && type.members[0].type === 'TSMethodSignature') {
    return `{${type.members[0].key.name}`;
  }
  if (type?.type !== 'TSIndexedAccessType') return 'other';
  const [key] = literals(type.indexType);
  return members(path, nameOf(type.objectType)).get(key) ?? 'other';
}

function canRead(path, name) {
  const {interfaces, imports} = declarations(path);
  return interfaces.has(name) || imports.has(name);
}

function nameOf(type) {
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') return type.typeName.name;
  throw new Error(`Not a plain type name: ${type?.type}.`);
}

function literals(type) {
  const parts = type?.type === 'TSUnionType' ? type.types : type === undefined ? [] : [type];
  return new Set(parts.map((part) => (part.type === 'TSLiteralType' && part.literal.type === 'Literal' ? String(part.literal.value) : '')));
}

function declarations(path) {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const source = readFileSync(path, 'utf8');
  const {program, errors} = parseSync(path, source, {lang: 'dts'});
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const result = {
    interfaces: new Map(),
    imports: new Map(),
    tags: new Set([...source.matchAll(/(?:declare const tagName = |\[)["'](s-[a-z-]+)["']/g)].map(([, tag]) => tag)),
  };
  parsed.set(path, result);
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    for (const found of [declaration, ...baseProps(declaration)]) {
      if (found?.type !== 'TSInterfaceDeclaration') continue;
      result.interfaces.set(found.id.name, [...(result.interfaces.get(found.id.name) ?? []), found]);
    }
    if (statement.type !== 'ImportDeclaration') continue;
    const target = join(dirname(path), `${statement.source.value.replace(/(\.d)?\.ts$/, '')}.d.ts`);
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier' || !existsSync(target)) continue;
      result.imports.set(specifier.local.name, {path: target, name: specifier.imported.name});
    }
  }
  return result;
}

/** Some files declare what every element takes inside `declare module 'preact'`. */
function baseProps(declaration) {
  if (declaration?.type !== 'TSModuleDeclaration' || declaration.id.value !== 'preact') return [];
  return declaration.body.body.filter(({type, id}) => type === 'TSInterfaceDeclaration' && id.name === 'BaseProps');
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
